import type { Language } from "@cte-partnerships/domain/rule";
import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";

const languages: readonly { value: Language; name: string }[] = [
  { value: "en", name: "English" },
  { value: "es", name: "Español" },
];

/** In which language the rules ask, name their facts and explain their verdicts: so that somebody can be told who reads no English. The console's own words stay. */
export function ExplanationLanguage({ language, onChange }: { language: Language; onChange: (language: Language) => void }) {
  const id = useId();
  return (
    <div>
      <Input.Label labelElement="div" id={id}>
        Question and explanation in
      </Input.Label>
      <SegmentedControl
        aria-labelledby={id}
        value={language}
        data={languages.map(({ value, name }) => ({ value, label: <span lang={value}>{name}</span> }))}
        onChange={onChange}
        display="flex"
        w="fit-content"
      />
    </div>
  );
}
