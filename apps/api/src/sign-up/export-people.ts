import type { Actor, Answers, Event, SessionId, SignUp } from "@cte-partnerships/domain";
import { type Column, column, signUpColumnsWithoutPersonalData, writeCsv } from "@cte-partnerships/domain/interchange";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import { write } from "../table/transact.ts";
import type { ExportedPage } from "./contract.ts";
import { listSignUpsAfter } from "./store.ts";

/** `people` has names, addresses and answers in it; `counts` neither these nor anything that leads back to a person. */
export type ExportKind = "people" | "counts";

const rowsPerPage = 500;

/** Every column of a session's sign-ups, a question each one of them. */
const columnsWithPeople = ({ questions }: Pick<Event, "questions">): readonly Column<SignUp>[] => [
  column("number", "number", (signUp: SignUp) => ("number" in signUp ? signUp.number : undefined)),
  column("state", "text", ({ state }: SignUp) => state),
  column("name", "text", ({ name }: SignUp) => name),
  column("email", "text", ({ email }: SignUp) => email),
  column("affiliation", "text", ({ affiliation }: SignUp) => affiliation),
  column("party_people", "number", ({ partySize }: SignUp) => partySize),
  column("received_at", "text", ({ receivedAt }: SignUp) => receivedAt),
  column("ended_at", "text", (signUp: SignUp) => ("endedAt" in signUp ? signUp.endedAt : undefined)),
  ...questions.map(({ id }) => column(`answer_${id}`, "list", ({ answers }: SignUp) => answerCell(Object.hasOwn(answers, id) ? answers[id] : undefined))),
];

function answerCell(answer: Answers[string] | undefined): readonly string[] | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  return typeof answer === "string" ? [answer] : answer;
}

/**
 * A page of a session's sign-ups as CSV, formulas defused; the first with the heading. That it was handed over is a record of
 * the session, written before it is: without the record there is no file. Absent: not a cursor of this export.
 */
export async function exportPeople(
  deps: Deps,
  { actor, event, sessionId, kind, after }: { actor: Actor; event: Event; sessionId: SessionId; kind: ExportKind; after?: string | undefined },
): Promise<ExportedPage | undefined> {
  const asked = `export ${kind} ${sessionId} ${actor.userId}`;
  const from = after === undefined ? undefined : openCursor(deps.secrets, asked, after);
  if (after !== undefined && from === undefined) return undefined;
  const { stored, cursor } = await listSignUpsAfter(deps, sessionId, from, rowsPerPage);
  const rows = stored.map(({ signUp }) => signUp);
  const columns = kind === "people" ? columnsWithPeople(event) : signUpColumnsWithoutPersonalData;
  const change: Change = { by: { kind: "user", userId: actor.userId }, at: deps.now(), op: `roster.export_${kind}` };
  const written = await write(deps, [auditWrite(deps, { subject: sessionId, change, after: { rows: rows.length, isFirstPage: from === undefined } })]);
  if (!written.ok) throw new Error("an export could not be recorded");
  const isFirst = from === undefined;
  const csv = writeCsv<SignUp>(columns, rows, { byteOrderMark: isFirst });
  return {
    // A later page goes on where the one before ended.
    csv: isFirst ? csv : csv.slice(csv.indexOf("\r\n") + 2),
    ...(cursor === undefined ? {} : { next: sealCursor(deps.secrets, asked, cursor) }),
  };
}
