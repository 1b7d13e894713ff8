import type { Screen } from "./screen.ts";

/** Today and the calendar. */
export const calendarScreens: Screen[] = [
  { name: "today", path: "/admin", says: /This week/ },
  { name: "the calendar", path: "/admin/calendar", says: /taken/ },
  { name: "the calendar, nothing in it", path: "/admin/calendar?on=2001-01-01", says: /Look at the next 30 days/ },
  { name: "the calendar, nothing that fits the filters", path: "/admin/calendar?on=2001-01-01&borough=bor_queens", says: /Clear the filters/ },
  { name: "the calendar by week", path: "/admin/calendar?view=week", says: /Nothing|taken/ },
  { name: "the calendar by month", path: "/admin/calendar?view=month", says: /Wed/ },
];
