import type { Question } from "@cte-partnerships/domain";
import { fieldId, type SaidError } from "./field-words.ts";
import { answerField, type FormValues } from "./form-fields.ts";

interface FieldProps {
  errors: readonly SaidError[];
}

const errorOf = (errors: readonly SaidError[], id: string): string | undefined => errors.find((error) => error.id === id)?.beside;

/** What ties a field to its hint and its error for those who hear the page. */
function described(id: string, message: string | undefined, hint: string | undefined, maySayInvalid = true) {
  const by = [hint === undefined ? undefined : `${id}-hint`, message === undefined ? undefined : `${id}-error`].filter((part) => part !== undefined).join(" ");
  return { ...(by === "" ? {} : { "aria-describedby": by }), ...(message === undefined || !maySayInvalid ? {} : { "aria-invalid": "true" as const }) };
}

const Hint = ({ id, hint }: { id: string; hint: string | undefined }) =>
  hint === undefined ? null : (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );

const Wrong = ({ id, message }: { id: string; message: string | undefined }) =>
  message === undefined ? null : (
    <p class="wrong" id={`${id}-error`}>
      {message}
    </p>
  );

interface TextFieldProps extends FieldProps {
  name: string;
  label: string;
  value: string;
  hint?: string;
  type?: "text" | "email" | "number";
  autocomplete?: string;
  isRequired?: boolean;
  min?: number;
  max?: number;
  isLong?: boolean;
  maxLength?: number;
}

const TextField = ({
  name,
  label,
  value,
  hint,
  type = "text",
  autocomplete = "off",
  isRequired = false,
  min,
  max,
  isLong,
  maxLength,
  errors,
}: TextFieldProps) => {
  const id = fieldId(name);
  const message = errorOf(errors, id);
  const common = { id, name, required: isRequired, ...described(id, message, hint) };
  return (
    <div class={message === undefined ? undefined : "bad"}>
      <label for={id}>
        {label}
        {isRequired ? null : <span class="hint"> (optional)</span>}
      </label>
      <Hint id={id} hint={hint} />
      <Wrong id={id} message={message} />
      {isLong ? (
        <textarea {...common} rows={3} maxlength={maxLength}>
          {value}
        </textarea>
      ) : (
        <input
          {...common}
          type={type}
          value={value}
          autocomplete={autocomplete}
          maxlength={maxLength}
          min={min}
          max={max}
          {...(type === "email" ? { spellcheck: false, autocapitalize: "none" as const } : {})}
          {...(type === "number" ? { class: "narrow", inputmode: "numeric" as const } : {})}
        />
      )}
    </div>
  );
};

/** Who comes: the fields that every form has. */
export const PersonFields = ({ values, errors, partySizeLimit }: FieldProps & { values: FormValues; partySizeLimit: number }) => (
  <>
    <TextField name="name" label="Your name" value={values.name} autocomplete="name" isRequired maxLength={200} errors={errors} />
    <TextField
      name="email"
      label="Your e-mail address"
      hint="We send your confirmation and a link to change or give up your place."
      value={values.email}
      type="email"
      autocomplete="email"
      isRequired
      maxLength={300}
      errors={errors}
    />
    <AffiliationField values={values} errors={errors} />
    {partySizeLimit === 1 ? (
      <input type="hidden" name="partySize" value="1" />
    ) : (
      <TextField
        name="partySize"
        label="How many people come?"
        hint={`You included, ${partySizeLimit} at most.`}
        value={values.partySize}
        type="number"
        isRequired
        min={1}
        max={partySizeLimit}
        errors={errors}
      />
    )}
  </>
);

export const AffiliationField = ({ values, errors }: FieldProps & { values: FormValues }) => (
  <TextField name="affiliation" label="Firm, school or organization" value={values.affiliation} autocomplete="organization" maxLength={200} errors={errors} />
);

/** What this event asks, in its own order. */
export const QuestionFields = ({ questions, values, errors }: FieldProps & { questions: readonly Question[]; values: FormValues }) => (
  <>
    {questions
      .filter((question) => !question.isRetired)
      .map((question) => (
        <QuestionField question={question} given={values.answers.get(question.id) ?? []} errors={errors} />
      ))}
  </>
);

const yesNo = [
  { id: "yes", label: "Yes" },
  { id: "no", label: "No" },
] as const;

const QuestionField = ({ question, given, errors }: FieldProps & { question: Question; given: readonly string[] }) => {
  const name = answerField(question.id);
  if (question.kind === "text") {
    return (
      <TextField
        name={name}
        label={question.label}
        {...(question.hint === undefined ? {} : { hint: question.hint })}
        value={given[0] ?? ""}
        isRequired={question.required}
        isLong
        maxLength={2000}
        errors={errors}
      />
    );
  }
  const options: readonly { id: string; label: string }[] = question.kind === "yes_no" ? yesNo : question.options;
  const id = fieldId(name);
  const message = errorOf(errors, id);
  return (
    <div class={message === undefined ? undefined : "bad"}>
      <fieldset
        id={id}
        tabindex={-1}
        // A plain group can be neither invalid nor required; a group of radio buttons can.
        {...(question.kind === "several" ? {} : { role: "radiogroup" as const, "aria-required": question.required ? "true" : "false" })}
        {...described(id, message, question.hint, question.kind !== "several")}
      >
        <legend>
          {question.label}
          {question.required ? null : <span class="hint"> (optional)</span>}
        </legend>
        <Hint id={id} hint={question.hint} />
        <Wrong id={id} message={message} />
        {options.map((option) => (
          <label class="choice">
            <input
              type={question.kind === "several" ? "checkbox" : "radio"}
              name={name}
              value={option.id}
              checked={given.includes(option.id)}
              {...(question.kind === "several" && message !== undefined ? { "aria-invalid": "true" as const } : {})}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </div>
  );
};

/** Everything that is wrong, at the top, each leading to its field. It takes the focus, so that it is read first. */
export const Summary = ({ heading, errors, children }: { heading: string; errors?: readonly SaidError[]; children?: unknown }) => (
  <div class="notice error stack" role="alert" tabindex={-1} autofocus>
    <h2>{heading}</h2>
    {children as never}
    {errors === undefined || errors.length === 0 ? null : (
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${error.id}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** Means nothing: what a browser or a keeper of passwords knows, it would fill in for people too. */
export const trapField = "q0";

/** A field that people never see and programs fill in. */
export const Trap = () => (
  <div class="trap" aria-hidden="true">
    <label for={trapField}>Leave this empty</label>
    <input id={trapField} name={trapField} type="text" tabindex={-1} autocomplete="off" />
  </div>
);
