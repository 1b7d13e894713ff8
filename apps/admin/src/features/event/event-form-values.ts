import type { Instant, Question } from "@cte-partnerships/domain";
import { wallTimeOf } from "../../lib/zoned-time.ts";
import type { DetailTexts } from "./details-text.ts";

/**
 * An event as its form holds it: what stands in the fields, typed or not yet. Names and nesting are those of the domain's
 * `EventInput`, so that a fault at a path is a fault at a field. Times are what a clock at the venue shows.
 */
export interface EventFormValues {
  title: string;
  activityTypeId: string;
  details: DetailTexts;
  description: string;
  host: string;
  venue: {
    kind: "place" | "virtual" | "place_and_virtual";
    zone: string;
    place: { name: string; street: string; city: string; region: string; postalCode: string; boroughId: string; directions: string };
    online: { joinUrl: string; note: string };
  };
  audience: string;
  contact: { title: string; email: string; phone: string };
  signUpWindow: { opensAt: string; closesAt: string };
  needsApproval: boolean;
  oneSessionPerPerson: boolean;
  questions: QuestionFormValues[];
  sessions: SessionFormValues[];
}

export interface QuestionFormValues {
  /** Which row of the form this is, whatever its place. */
  key: string;
  /** Empty for one that was not saved yet: its id is made of its wording. */
  id: string;
  kind: Question["kind"];
  label: string;
  hint: string;
  required: boolean;
  isRetired: boolean;
  options: { id: string; label: string }[];
}

export interface SessionFormValues {
  key: string;
  /** Empty for one that was not saved yet. */
  id: string;
  label: string;
  /** `2026-12-01` */
  date: string;
  /** `09:30` */
  startsAt: string;
  endsAt: string;
  /** The day it ends; the same as `date` unless it goes over several days. */
  lastDate: string;
  capacity: number | string;
  partySizeLimit: number | string;
  waitlistLimit: number | string;
}

export const emptyPlace: EventFormValues["venue"]["place"] = { name: "", street: "", city: "", region: "", postalCode: "", boroughId: "", directions: "" };
export const emptyOnline: EventFormValues["venue"]["online"] = { joinUrl: "", note: "" };

/** A key for a row that was added in this form, or in one that was kept and is gone on with. */
export const newRowKey = (): string => `new-${crypto.randomUUID()}`;

export const emptyQuestion: Omit<QuestionFormValues, "key"> = { id: "", kind: "text", label: "", hint: "", required: false, isRetired: false, options: [] };

export const emptySession: Omit<SessionFormValues, "key"> = {
  id: "",
  label: "",
  date: "",
  startsAt: "",
  endsAt: "",
  lastDate: "",
  capacity: 20,
  partySizeLimit: 1,
  waitlistLimit: 10,
};

/** What a new event's form begins with. */
export const emptyEvent = (facts: { zone: string; host: string; office: string; now: Instant }): EventFormValues => ({
  title: "",
  activityTypeId: "",
  details: {},
  description: "",
  host: facts.host,
  venue: { kind: "place", zone: facts.zone, place: emptyPlace, online: emptyOnline },
  audience: "industry_partners",
  contact: { title: facts.office, email: "", phone: "" },
  signUpWindow: { opensAt: wallTimeOf(facts.now, facts.zone), closesAt: "" },
  needsApproval: false,
  oneSessionPerPerson: false,
  questions: [],
  sessions: [],
});

export const startOf = (session: SessionFormValues) => `${session.date}T${session.startsAt}`;
export const endOf = (session: SessionFormValues) => `${session.lastDate || session.date}T${session.endsAt}`;
