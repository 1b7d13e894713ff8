import { type Calendar, type CalendarQuery, type CalendarSession, calendarClient } from "@cte-partnerships/api/client";
import { answer, headersFor, options, origin, within } from "./answer.ts";

export type { Calendar, CalendarQuery, CalendarSession };

const calendar = calendarClient(origin, options);

export const calendarApi = {
  get: (query: CalendarQuery, isFollowing: boolean, signal?: AbortSignal) =>
    answer<Calendar>(calendar.index.$get({ query }, { ...within(signal), headers: headersFor(isFollowing) })),
};
