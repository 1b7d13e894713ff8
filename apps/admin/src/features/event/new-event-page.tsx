import { instantFrom } from "@cte-partnerships/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { eventApi } from "../../lib/api/event.ts";
import { isProblem } from "../../lib/api-error.ts";
import { allows, useMe } from "../../lib/me.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { IconLock } from "../../ui/icons.ts";
import { AnchorLink, ButtonLink } from "../../ui/link.tsx";
import { notice } from "../../ui/notice.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { Trail } from "../../ui/trail.tsx";
import { EventForm } from "./event-form.tsx";
import { type EventFormValues, emptyEvent } from "./event-form-values.ts";
import { inputOf } from "./input-of.ts";
import { KeptOffer } from "./kept-offer.tsx";
import { withTyped } from "./merge-form.ts";
import { eventKeys } from "./queries.ts";
import { useKeptOffer } from "./use-kept-offer.ts";

const route = getRouteApi("/_console/events/new");
const now = () => instantFrom(Date.now());

/** A new event, saved as a draft. */
export function NewEventPage() {
  const kept = route.useLoaderData();
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const keys = useRef(onceKeys());
  const [empty] = useState(() => emptyEvent({ zone: me.agency.zone, host: me.mayHost[0]?.host ?? "office", office: me.agency.office, now: now() }));
  const [begun, setBegun] = useState<EventFormValues | undefined>(undefined);
  const offer = useKeptOffer("new", kept, empty);
  const typed = useRef<() => EventFormValues>(undefined);
  const make = useMutation({
    mutationFn: (values: EventFormValues) => {
      const input = inputOf(values);
      return eventApi.make(input, keys.current.keyFor(input));
    },
    onSuccess: async (detail) => {
      queryClient.setQueryData(eventKeys.one(detail.event.id), detail);
      await navigate({ to: "/events/$eventId", params: { eventId: detail.event.id }, ignoreBlocker: true });
      notice.done("The event is saved as a draft. Only the office sees it.");
      await queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
    // Asked for once more, another one is meant.
    onError: (error) => {
      if (isProblem(error, "made_and_discarded")) keys.current.forget();
    },
  });
  if (!allows(me.may, "make_event") || me.mayHost.length === 0) {
    return (
      <StatePage icon={IconLock} title="Your role does not make events" order={1} actions={<ButtonLink to="/events">Go to the events</ButtonLink>}>
        You can see events within your scope. A director of your agency can give you a role that makes them.
      </StatePage>
    );
  }
  return (
    <>
      <PageHeader
        title="New event"
        trail={
          <Trail>
            <AnchorLink to="/events" size="sm">
              Events
            </AnchorLink>
          </Trail>
        }
        summary="Saved as a draft. Only the office sees it until it is published."
      />
      {offer.kept && (
        <KeptOffer
          {...offer.kept}
          kept={offer.kept.form}
          isBehind={false}
          onGoOn={() => {
            if (offer.kept) setBegun(withTyped(empty, offer.kept.form, typed.current?.() ?? empty));
            offer.close();
          }}
          urged={offer.urged}
          onDrop={() => void offer.drop()}
        />
      )}
      <EventForm
        key={begun ? "kept" : "empty"}
        initialValues={begun ?? empty}
        {...(begun ? { cleanValues: empty } : {})}
        kept={{ subject: "new", isHeld: offer.kept !== undefined }}
        typed={typed}
        now={now}
        saveLabel="Save as a draft"
        isSaving={make.isPending}
        error={make.error}
        onSave={(values) => offer.mustAnswer() || make.mutate(values)}
        cancel={
          <ButtonLink to="/events" variant="default">
            Cancel
          </ButtonLink>
        }
      />
    </>
  );
}
