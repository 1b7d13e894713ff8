import type { Question } from "@cte-partnerships/domain";
import { NativeSelect, TextInput } from "@mantine/core";
import type { ChangeEvent } from "react";
import { choicesOf } from "./paste-table.tsx";

interface Props {
  question: Question;
  value: string;
  onChange: (value: string) => void;
}

/** An answer for whoever's cell is empty: the office may know one for all. */
export function ForEmpty({ question, value, onChange }: Props) {
  const shared = {
    label: question.label,
    description: "For everyone whose cell is empty",
    value,
    onChange: (input: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onChange(input.currentTarget.value),
  };
  if (question.kind === "text") return <TextInput maxLength={2000} {...shared} />;
  return <NativeSelect data={["", ...choicesOf(question)]} {...shared} />;
}
