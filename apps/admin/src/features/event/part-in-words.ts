import type { Audience } from "@cte-partnerships/domain";
import type { Me } from "../../lib/api.ts";
import { hostName, hostOf, titleOf } from "../../lib/host.ts";
import type { EventFormValues } from "./event-form-values.ts";
import type { Part } from "./event-merge.ts";
import { audienceWords, questionKindWords } from "./event-words.ts";

type Words = { [Key in Part]: (value: EventFormValues[Key], agency: Me["agency"]) => string };

const yesOrNo = (value: boolean) => (value ? "Yes" : "No");
const lines = (parts: readonly string[]) => parts.filter((part) => part.trim() !== "").join("\n");
const plainTime = (wall: string) => wall.replace("T", " ");

/** A part of the form as text that can be compared at a glance. */
const words: Words = {
  title: (title) => title,
  activityTypeId: (id, agency) => titleOf(agency.activityTypes, id),
  description: (text) => text || "(none)",
  host: (key, agency) => hostName(agency, hostOf(key)),
  venue: ({ kind, zone, place, online }, agency) =>
    lines([
      ...(kind === "virtual"
        ? []
        : [place.name, place.street, `${place.city}, ${place.region} ${place.postalCode}`, titleOf(agency.boroughs, place.boroughId), place.directions]),
      ...(kind === "place" ? [] : [`Online ${online.joinUrl}`, online.note]),
      zone,
    ]),
  audience: (audience) => audienceWords[audience as Audience] ?? audience,
  contact: ({ title, email, phone }) => lines([title, email, phone]),
  signUpWindow: ({ opensAt, closesAt }) => `${plainTime(opensAt)} to ${plainTime(closesAt)}`,
  needsApproval: yesOrNo,
  oneSessionPerPerson: yesOrNo,
  questions: (questions) =>
    lines(
      questions.map(
        (question, index) => `${index + 1}. ${question.label} (${questionKindWords[question.kind].toLowerCase()}${question.isRetired ? ", retired" : ""})`,
      ),
    ) || "(none)",
  sessions: (sessions) =>
    lines(
      sessions.map(
        ({ label, date, startsAt, endsAt, lastDate, capacity, partySizeLimit, waitlistLimit }) =>
          `${label ? `${label}: ` : ""}${date} ${startsAt} to ${lastDate === date ? "" : `${lastDate} `}${endsAt}, ${capacity} seats, party ${partySizeLimit}, line ${waitlistLimit}`,
      ),
    ) || "(none)",
};

export const inWords = (part: Part, value: unknown, agency: Me["agency"]): string =>
  (words[part] as (value: unknown, agency: Me["agency"]) => string)(value, agency);
