import type { Instant } from "@cte-partnerships/domain";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { describe, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleDetail, sampleEvent } from "../../../test/sample-event.ts";
import { ApiProblem } from "../../lib/api-error.ts";
import { EventForm } from "./event-form.tsx";
import { type EventFormValues, emptyEvent } from "./event-form-values.ts";
import { formValuesOf } from "./form-values-of.ts";

const now = () => "2026-10-01T12:00:00.000Z" as Instant;
const shared = { now, saveLabel: "Save", isSaving: false, cancel: null };
const empty = emptyEvent({ zone: "America/New_York", host: "office", office: "The Office", now: now() });

const saveButton = () => screen.getByText("Save").closest("button") as HTMLButtonElement;

describe("the event form", () => {
  test("sends nothing that the domain would refuse, and leads from the summary to the field", async () => {
    const onSave = vi.fn();
    await renderConsole(<EventForm {...shared} initialValues={empty} error={null} onSave={onSave} />);
    await userEvent.click(saveButton());
    const summary = await screen.findByRole("alert");
    await waitFor(() => expect(document.activeElement).toBe(summary));
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.click(within(summary).getByText("Title: this is needed."));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Title/));
    expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
  });

  test("hands on what was typed, with a session that was added, duplicated and removed", async () => {
    const onSave = vi.fn();
    await renderConsole(<EventForm {...shared} initialValues={formValuesOf(sampleEvent)} detail={sampleDetail} error={null} onSave={onSave} />);
    const title = screen.getByLabelText(/^Title/);
    await userEvent.clear(title);
    await userEvent.type(title, "Day");
    await userEvent.click(screen.getByLabelText("Copy session 2"));
    await userEvent.click(screen.getByLabelText("Remove session 2"));
    await userEvent.click(saveButton());
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    const [saved] = onSave.mock.calls[0] as [ReturnType<typeof formValuesOf>];
    expect(saved.title).toBe("Day");
    expect(saved.sessions.map(({ id, capacity }) => [id, capacity])).toEqual([
      [sampleEvent.sessions[0]?.id, 40],
      ["", 12],
    ]);
  });

  test("gives what stands in its fields to whoever puts another form in its place", async () => {
    const typed = createRef<() => EventFormValues>() as React.RefObject<(() => EventFormValues) | undefined>;
    await renderConsole(<EventForm {...shared} initialValues={empty} typed={typed} error={null} onSave={() => {}} />);
    await userEvent.type(screen.getByLabelText(/^Title/), "Day");
    expect(typed.current?.()).toEqual({ ...empty, title: "Day" });
  });

  test("does not remove a session that people signed up to, nor a question that was answered", async () => {
    await renderConsole(<EventForm {...shared} initialValues={formValuesOf(sampleEvent)} detail={sampleDetail} error={null} onSave={() => {}} />);
    expect(screen.queryByLabelText("Remove session 1")).toBeNull();
    expect(screen.queryByLabelText("Remove session 2")).not.toBeNull();
    expect(screen.queryByLabelText("Remove Question 1")).toBeNull();
    expect(screen.queryByLabelText("Remove Question 2")).not.toBeNull();
  });

  test("brings back a question that was removed, in its place and as it was typed", async () => {
    const onSave = vi.fn();
    await renderConsole(<EventForm {...shared} initialValues={formValuesOf(sampleEvent)} detail={sampleDetail} error={null} onSave={onSave} />);
    await userEvent.type(screen.getByDisplayValue("Your topic"), " in a word");
    await userEvent.click(screen.getByLabelText("Remove Question 2"));
    expect(screen.queryByDisplayValue("Your topic in a word")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: /^Undo: Removed/ }));
    expect(screen.getByDisplayValue("Your topic in a word")).not.toBeNull();
    await userEvent.click(saveButton());
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    const [saved] = onSave.mock.calls[0] as [EventFormValues];
    expect(saved.questions.map(({ id, label }) => [id, label])).toEqual([
      ["diet", "Diet?"],
      ["topic", "Your topic in a word"],
    ]);
  });

  test("shows what the server refused beside its field", async () => {
    const error = new ApiProblem(400, { code: "malformed", errors: [{ path: "event.contact.email", message: "must be an e-mail address" }] });
    await renderConsole(<EventForm {...shared} initialValues={formValuesOf(sampleEvent)} detail={sampleDetail} error={error} onSave={() => {}} />);
    const field = await screen.findByLabelText(/^E-mail/);
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(screen.getByText("E-mail: must be an e-mail address.")).not.toBeNull();
  });

  test("says beside the field what would block publishing a draft, while it is typed", async () => {
    await renderConsole(<EventForm {...shared} initialValues={{ ...formValuesOf(sampleEvent), description: "" }} error={null} onSave={() => {}} />);
    expect(screen.queryByText(/Write a description before/), "just opened").toBeNull();
    await userEvent.type(screen.getByLabelText(/^Title/), "!");
    expect(await screen.findByText(/Write a description before/)).not.toBeNull();
    await userEvent.type(screen.getByLabelText(/^Description/), "Now");
    await waitFor(() => expect(screen.queryByText(/Write a description before/)).toBeNull());
  });
});
