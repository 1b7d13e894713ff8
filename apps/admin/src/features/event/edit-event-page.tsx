import { instantFrom } from "@cte-partnerships/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type EventDetail } from "../../lib/api.ts";
import { isProblem } from "../../lib/api-error.ts";
import { IconLock } from "../../ui/icons.ts";
import { AnchorLink, ButtonLink } from "../../ui/link.tsx";
import { notice } from "../../ui/notice.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Trail } from "../../ui/trail.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { EventForm } from "./event-form.tsx";
import { type EventFormValues, formValuesOf, inputOf } from "./event-form-values.ts";
import { mergeEvent } from "./event-merge.ts";
import { statusWords } from "./event-words.ts";
import { eventKeys } from "./queries.ts";

const route = getRouteApi("/_console/events/$eventId/edit");
const now = () => instantFrom(Date.now());

/** What the form stands on: the event as it was loaded, and what is put into its fields on top of that. */
interface Base {
  detail: EventDetail;
  values: EventFormValues;
}

export function EditEventPage() {
  const loaded = route.useLoaderData();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [base, setBase] = useState<Base>(() => ({ detail: loaded, values: formValuesOf(loaded.event) }));
  // The second of two clerks: what the first one saved meanwhile, and what this one wanted to save.
  const [conflict, setConflict] = useState<{ theirs: EventDetail; mine: EventFormValues } | undefined>(undefined);
  const { event, may } = base.detail;
  const save = useMutation({
    mutationFn: async (mine: EventFormValues) => {
      try {
        return await api.events.save(event.id, event.version, inputOf(mine, event));
      } catch (error) {
        if (!isProblem(error, "version_conflict")) throw error;
        setConflict({ theirs: await api.events.get(event.id), mine });
        return undefined;
      }
    },
    onSuccess: async (saved) => {
      if (!saved) return;
      queryClient.setQueryData(eventKeys.one(event.id), saved);
      await navigate({ to: "/events/$eventId", params: { eventId: event.id }, ignoreBlocker: true });
      notice.done("The event is saved.");
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
  const clean = formValuesOf(event);
  const merge = conflict && mergeEvent(clean, formValuesOf(conflict.theirs.event), conflict.mine);
  const standOn = (values: EventFormValues) => {
    if (!conflict) return;
    setBase({ detail: conflict.theirs, values });
    setConflict(undefined);
    save.reset();
  };
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
        summary={
          event.status === "draft"
            ? "A draft: only the office sees it."
            : "Changes are public as soon as they are saved. People are told where time or venue changes."
        }
      />
      <EventForm
        // Another base is another form: its fields begin anew from what it stands on.
        key={event.version}
        initialValues={base.values}
        {...(JSON.stringify(base.values) === JSON.stringify(clean) ? {} : { cleanValues: clean })}
        detail={base.detail}
        now={now}
        saveLabel={event.status === "draft" ? "Save the draft" : "Save changes"}
        isSaving={save.isPending}
        error={save.error}
        onSave={(values) => save.mutate(values)}
        cancel={back}
      />
      {conflict && merge && (
        <ConflictDialog
          changes={merge.changes}
          theirs={conflict.theirs}
          onTakeTheirs={() => standOn(formValuesOf(conflict.theirs.event))}
          onKeepMine={() => standOn(merge.onTop)}
          onClose={() => setConflict(undefined)}
        />
      )}
    </>
  );
}
