import { instantFrom } from "@cte-partnerships/domain";
import { ActionIcon, Menu } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { type EditPreview, type EventDetail, eventApi } from "../../lib/api/event.ts";
import { formDraftApi } from "../../lib/api/form-draft.ts";
import { isProblem } from "../../lib/api-error.ts";
import { IconDots, IconLock } from "../../ui/icons.ts";
import { AnchorLink, ButtonLink } from "../../ui/link.tsx";
import { notice } from "../../ui/notice.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Trail } from "../../ui/trail.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { CopyItems, useCopies } from "./copies-menu.tsx";
import { EventForm } from "./event-form.tsx";
import type { EventFormValues } from "./event-form-values.ts";
import { statusWords } from "./event-words.ts";
import { formValuesOf } from "./form-values-of.ts";
import { inputOf } from "./input-of.ts";
import { KeptOffer } from "./kept-offer.tsx";
import { cancelledIn } from "./merge-cancelled.ts";
import { type Choices, mergeForm, withChoices, withTyped } from "./merge-form.ts";
import { eventKeys } from "./queries.ts";
import { ToldDialog } from "./told-dialog.tsx";
import { useKeptOffer } from "./use-kept-offer.ts";

const route = getRouteApi("/_console/events/$eventId/edit");
const now = () => instantFrom(Date.now());

/** What the form stands on: the event as it was loaded, and what is put into its fields on top of that. */
interface Base {
  detail: EventDetail;
  values: EventFormValues;
}
/** What somebody saved meanwhile, and what this clerk made of what they had begun from. */
interface Conflict {
  theirs: EventDetail;
  base: EventFormValues;
  mine: EventFormValues;
  /** The event that they had begun from; absent where only their form of it was kept. */
  before?: EventDetail["event"];
  /** Found on the way back to what was kept, not while saving. */
  isOfKept: boolean;
}

export function EditEventPage() {
  const { detail: loaded, kept } = route.useLoaderData();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [base, setBase] = useState<Base>(() => ({ detail: loaded, values: formValuesOf(loaded.event) }));
  const [sitting, setSitting] = useState(0);
  const [conflict, setConflict] = useState<Conflict | undefined>(undefined);
  // A save that people must hear of, until somebody has agreed to the mails.
  const [told, setTold] = useState<{ preview: EditPreview; mine: EventFormValues } | undefined>(undefined);
  const { event, may } = base.detail;
  const clean = formValuesOf(event);
  const offer = useKeptOffer(event.id, kept, clean);
  const typed = useRef<() => EventFormValues>(undefined);
  const copies = useCopies(base.detail);
  const save = useMutation({
    mutationFn: async ({ mine, isAgreed }: { mine: EventFormValues; isAgreed: boolean }) => {
      try {
        const input = inputOf(mine, event);
        if (!isAgreed && event.status !== "draft") {
          const preview = await eventApi.editPreview(event.id, event.version, input);
          if (preview.mailCount > 0) {
            setTold({ preview, mine });
            return undefined;
          }
        }
        return await eventApi.save(event.id, event.version, input);
      } catch (error) {
        setTold(undefined);
        if (!isProblem(error, "version_conflict")) throw error;
        setConflict({ theirs: await eventApi.get(event.id), base: clean, mine, before: event, isOfKept: false });
        return undefined;
      }
    },
    onSuccess: async (saved) => {
      if (!saved) return;
      queryClient.setQueryData(eventKeys.one(event.id), saved);
      await navigate({ to: "/events/$eventId", params: { eventId: event.id }, ignoreBlocker: true });
      notice.done(told ? "The event is saved, and the mails are on their way." : "The event is saved.");
      await queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
  });
  const status = statusWords[event.status];
  const back = (
    <ButtonLink to="/events/$eventId" params={{ eventId: event.id }} variant="default">
      Cancel
    </ButtonLink>
  );
  if (event.status === "cancelled" || event.status === "done" || !may.includes("edit_event")) {
    const isOver = event.status === "cancelled" || event.status === "done";
    return (
      <StatePage icon={IconLock} title={isOver ? "This event can no longer be changed" : "Your role does not change events"} order={1} actions={back}>
        {isOver ? `It is ${status.label.toLowerCase()}, and kept as it was.` : "A director of your agency can give you a role that does."}
      </StatePage>
    );
  }
  const standOn = (detail: EventDetail, values: EventFormValues) => {
    setBase({ detail, values });
    setSitting(sitting + 1);
    setConflict(undefined);
    offer.close();
    save.reset();
  };
  const andTyped = (form: EventFormValues) => withTyped(clean, form, typed.current?.() ?? clean);
  const goOnWithKept = () => {
    if (!offer.kept) return;
    const { form, base: begun, begunFrom } = offer.kept;
    if (begunFrom === event.version) standOn(base.detail, andTyped(form));
    else setConflict({ theirs: base.detail, base: begun, mine: form, isOfKept: true });
  };
  const merge =
    conflict &&
    mergeForm(conflict.base, formValuesOf(conflict.theirs.event), conflict.mine, {
      now: cancelledIn(conflict.theirs.event),
      ...(conflict.before ? { before: cancelledIn(conflict.before) } : {}),
    });
  return (
    <>
      <PageHeader
        title={event.title}
        tabTitle={`Edit: ${event.title}`}
        trail={
          <Trail>
            <AnchorLink to="/events" size="sm">
              Events
            </AnchorLink>
            <AnchorLink to="/events/$eventId" params={{ eventId: event.id }} size="sm">
              {event.title}
            </AnchorLink>
          </Trail>
        }
        mark={<StatusBadge dot={status.dot}>{status.label}</StatusBadge>}
        actions={
          copies.items.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label="More for this event">
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <CopyItems items={copies.items} />
              </Menu.Dropdown>
            </Menu>
          )
        }
        summary={
          event.status === "draft"
            ? "A draft: only the office sees it."
            : "Changes are public as soon as they are saved. Where people must hear of one, you see who gets which mail first."
        }
      />
      {offer.kept && (
        <KeptOffer
          {...offer.kept}
          kept={offer.kept.form}
          isBehind={offer.kept.begunFrom !== event.version}
          onGoOn={goOnWithKept}
          urged={offer.urged}
          onDrop={() => void offer.drop()}
        />
      )}
      <EventForm
        // Another base is another form: its fields begin anew from what it stands on.
        key={`${event.version} ${sitting}`}
        initialValues={base.values}
        {...(JSON.stringify(base.values) === JSON.stringify(clean) ? {} : { cleanValues: clean })}
        detail={base.detail}
        kept={{ subject: event.id, isHeld: offer.kept !== undefined }}
        typed={typed}
        now={now}
        saveLabel={event.status === "draft" ? "Save the draft" : "Save changes"}
        isSaving={save.isPending}
        isAsking={told !== undefined}
        error={save.error}
        onSave={(mine) => offer.mustAnswer() || save.mutate({ mine, isAgreed: false })}
        cancel={back}
      />
      {copies.dialogs}
      {told && (
        <ToldDialog
          preview={told.preview}
          zone={event.venue.zone}
          isSaving={save.isPending}
          onSave={() => save.mutate({ mine: told.mine, isAgreed: true })}
          onClose={() => setTold(undefined)}
        />
      )}
      {conflict && merge && (
        <ConflictDialog
          merge={merge}
          base={conflict.base}
          mine={conflict.mine}
          status={conflict.theirs.event.status}
          {...(conflict.isOfKept ? { title: "Somebody saved this event since you typed" } : {})}
          onTakeTheirs={() => {
            void formDraftApi.drop(event.id).catch(() => undefined);
            standOn(conflict.theirs, formValuesOf(conflict.theirs.event));
          }}
          onGoOn={(choices: Choices) => {
            const chosen = withChoices(merge, choices);
            standOn(conflict.theirs, conflict.isOfKept ? andTyped(chosen) : chosen);
          }}
          onClose={() => setConflict(undefined)}
        />
      )}
    </>
  );
}
