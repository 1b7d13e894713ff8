import type { UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { writeOne } from "../table/write-one.ts";
import type { FormDraft, FormDraftInput, FormSubject } from "./contract.ts";
import { droppedFormDraftWrite, findFormDraft, formDraftWrite } from "./store.ts";

/** What this person left unsaved in a form, on whatever machine. */
export const getFormDraft = (deps: Deps, userId: UserId, subject: FormSubject): Promise<FormDraft | undefined> =>
  findFormDraft(deps, userId, subject, deps.now());

/** Keeps what stands in a person's form, finished or not. What is kept last stands. */
export async function keepFormDraft(deps: Deps, userId: UserId, subject: FormSubject, input: FormDraftInput): Promise<FormDraft> {
  const draft: FormDraft = { ...input, keptAt: deps.now() };
  await writeOne(deps, formDraftWrite(deps, userId, subject, draft, { by: { kind: "user", userId }, at: draft.keptAt, op: "form.keep" }));
  return draft;
}

/** Nothing is kept any more: it was saved, or thrown away. */
export async function dropFormDraft(deps: Pick<Deps, "table">, userId: UserId, subject: FormSubject): Promise<void> {
  await writeOne(deps, droppedFormDraftWrite(deps, userId, subject));
}
