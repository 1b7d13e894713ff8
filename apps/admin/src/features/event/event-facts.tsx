import type { Event } from "@cte-partnerships/domain";
import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { titleOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { dayAndTimeOf, zoneAbbreviation, zonePlace } from "../../lib/moments.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./event-page.module.css";
import { audienceWords } from "./event-words.ts";

/** What an event says of itself beside its description. */
export function EventFacts({ event }: { event: Event }) {
  const { agency } = useMe();
  const { venue, contact, signUpWindow } = event;
  const moment = (instant: typeof signUpWindow.opensAt) => `${dayAndTimeOf(instant, venue.zone)} ${zoneAbbreviation(venue.zone, instant)}`;
  return (
    <Panel title="Facts">
      <dl className={classes.facts}>
        {"place" in venue && (
          <Fact name="Place">
            {venue.place.name}
            <br />
            {venue.place.street}
            <br />
            {venue.place.city}, {venue.place.region} {venue.place.postalCode}
            <br />
            {titleOf(agency.boroughs, venue.place.boroughId)}
            {venue.place.directions && (
              <>
                <br />
                {venue.place.directions}
              </>
            )}
          </Fact>
        )}
        {"online" in venue && (
          <Fact name="Online">
            {venue.online.joinUrl ?? "No address to join at yet"}
            {venue.online.note && (
              <>
                <br />
                {venue.online.note}
              </>
            )}
          </Fact>
        )}
        <Fact name="Times are in">{zonePlace(venue.zone)} time</Fact>
        <Fact name="For">{audienceWords[event.audience]}</Fact>
        <Fact name="Contact">
          {contact.title}
          {contact.email && (
            <>
              <br />
              <Anchor href={`mailto:${contact.email}`} size="md">
                {contact.email}
              </Anchor>
            </>
          )}
          {contact.phone && (
            <>
              <br />
              {contact.phone}
            </>
          )}
        </Fact>
        <Fact name="Sign-ups open">{moment(signUpWindow.opensAt)}</Fact>
        <Fact name="Sign-ups close">{moment(signUpWindow.closesAt)}</Fact>
        <Fact name="Approval">{event.needsApproval ? "The office decides on each sign-up" : "Seats are confirmed at once"}</Fact>
        <Fact name="Sessions per person">{event.oneSessionPerPerson ? "One" : "Any number"}</Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
