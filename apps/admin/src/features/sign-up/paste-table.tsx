import type { Question } from "@cte-partnerships/domain";
import { type KeyboardEvent, memo, useCallback } from "react";
import { IconX } from "../../ui/icons.ts";
import classes from "./paste.module.css";
import type { PastedField, PastedRow } from "./pasted-people.ts";

/** A row with its faults by field, and what the server says of it. */
export interface ShownRow {
  row: PastedRow;
  faults: Readonly<Record<string, string>>;
  said?: string;
}

interface Column {
  /** As faults name it: a field, or `answer` and the question's id. */
  id: string;
  label: string;
  of: (row: PastedRow) => string;
  with: (row: PastedRow, text: string) => PastedRow;
  /** What may stand there, where that is not anything. */
  choices?: readonly string[];
}

/** What a question offers, as it is written in a cell. */
export const choicesOf = (question: Question): readonly string[] =>
  question.kind === "text" ? [] : question.kind === "yes_no" ? ["Yes", "No"] : question.options.map(({ label }) => label);

const field = (id: PastedField, label: string): Column => ({ id, label, of: (row) => row[id], with: (row, text) => ({ ...row, [id]: text }) });
const answer = (question: Question): Column => ({
  id: `answer ${question.id}`,
  label: question.label,
  ...(question.kind === "text" ? {} : { choices: choicesOf(question) }),
  of: ({ answers }) => answers[question.id] ?? "",
  with: (row, text) => ({ ...row, answers: { ...row.answers, [question.id]: text } }),
});

const listOf = ({ id }: Column) => `choices-${id.replaceAll(" ", "-")}`;

interface Props {
  rows: readonly ShownRow[];
  questions: readonly Question[];
  hasParties: boolean;
  onChange: (change: (rows: readonly PastedRow[]) => readonly PastedRow[]) => void;
  onDrop: (id: string) => void;
}

/** What was understood of a pasted list, edited in place. Arrows go up and down a column. */
export function PasteTable({ rows, questions, hasParties, onChange, onDrop }: Props) {
  const isGiven = (id: string) => rows.some(({ row }) => (row.answers[id] ?? "") !== "");
  const columns = [
    field("name", "Name"),
    field("email", "E-mail"),
    field("affiliation", "Organization"),
    ...(hasParties ? [field("partySize", "Party")] : []),
    ...questions.filter(({ id, required }) => required || isGiven(id)).map(answer),
  ];
  const columnIds = columns.map(({ id }) => id).join(" ");
  const edit = useCallback((next: PastedRow) => onChange((before) => before.map((row) => (row.id === next.id ? next : row))), [onChange]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
    <section className={classes.scroller} tabIndex={0} aria-label="What was understood">
      {columns.map(
        (column) =>
          column.choices && (
            <datalist key={column.id} id={listOf(column)}>
              {column.choices.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          ),
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className={classes.unseen}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={goAlongColumn}>
          {rows.map((shown, index) => (
            <Row key={shown.row.id} index={index} shown={shown} marks={marksOf(shown)} columns={columns} columnIds={columnIds} onEdit={edit} onDrop={onDrop} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** All of a row that may be seen to change besides what is typed in it. */
const marksOf = ({ faults, said }: ShownRow): string => JSON.stringify([faults, said]);

interface RowProps {
  index: number;
  shown: ShownRow;
  marks: string;
  columns: readonly Column[];
  columnIds: string;
  onEdit: (row: PastedRow) => void;
  onDrop: (id: string) => void;
}

/** Five hundred rows of five fields: only those that changed are drawn again. */
const Row = memo(
  ({ index, shown: { row, faults, said }, columns, onEdit, onDrop }: RowProps) => {
    const number = index + 1;
    return (
      <>
        <tr className={classes.row} data-said={said !== undefined || undefined}>
          <th scope="row" className={classes.number}>
            {number}
          </th>
          {columns.map((column) => {
            const fault = faults[column.id];
            const id = `${row.id} ${column.id}`.replaceAll(" ", "-");
            return (
              <td key={column.id} data-label={column.label}>
                <input
                  className={classes.cell}
                  aria-label={`${column.label}, row ${number}`}
                  aria-invalid={fault !== undefined}
                  {...(fault === undefined ? {} : { "aria-describedby": id })}
                  data-column={column.id}
                  {...(column.choices ? { list: listOf(column) } : {})}
                  autoComplete="off"
                  maxLength={2000}
                  value={column.of(row)}
                  placeholder={column.id === "partySize" ? "1" : ""}
                  onChange={(input) => onEdit(column.with(row, input.currentTarget.value))}
                />
                {fault !== undefined && (
                  <span id={id} className={classes.fault}>
                    {fault}
                  </span>
                )}
              </td>
            );
          })}
          <td className={classes.removing}>
            <button
              type="button"
              className={classes.remove}
              aria-label={`Remove row ${number}`}
              onClick={(pressed) => {
                focusBeside(pressed.currentTarget);
                onDrop(row.id);
              }}
            >
              <IconX size={16} aria-hidden />
            </button>
          </td>
        </tr>
        {said !== undefined && (
          <tr className={classes.saying}>
            <td />
            <td colSpan={columns.length + 1}>{said}</td>
          </tr>
        )}
      </>
    );
  },
  (before, after) =>
    before.shown.row === after.shown.row &&
    before.index === after.index &&
    before.marks === after.marks &&
    before.columnIds === after.columnIds &&
    before.onDrop === after.onDrop,
);

/** The focus goes to the row that comes into the place of the one that goes. */
function focusBeside(button: HTMLElement): void {
  const buttons = [...(button.closest("tbody")?.querySelectorAll<HTMLElement>(`.${classes.remove}`) ?? [])];
  const at = buttons.indexOf(button);
  (buttons[at + 1] ?? buttons[at - 1])?.focus();
}

function goAlongColumn(pressed: KeyboardEvent<HTMLElement>): void {
  const step = pressed.key === "ArrowDown" ? 1 : pressed.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(pressed.target instanceof HTMLInputElement)) return;
  const column = pressed.target.dataset.column ?? "";
  const cells = [...pressed.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${CSS.escape(column)}"]`)];
  const next = cells[cells.indexOf(pressed.target) + step];
  if (!next) return;
  pressed.preventDefault();
  next.focus();
  next.select();
}
