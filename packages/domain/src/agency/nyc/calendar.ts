import type { Closure, SchoolYear } from "../../reference/school-year.ts";
import type { IsoDate } from "../../shared/date.ts";

const closed = (label: string, from: IsoDate, to = from): Closure => ({ label, from, to });

/**
 * The school years whose calendar was read. The district publishes each year anew, and years that are not here are not known:
 * add them as they come out.
 */
export const calendar: readonly SchoolYear[] = [
  {
    id: "2025-26",
    label: "2025-26",
    aliases: [],
    from: "2025-07-01",
    to: "2026-06-30",
    firstDay: "2025-09-04",
    lastDay: "2026-06-26",
    authority: "local_guidance",
    citation: "2025-2026 school calendar of New York City Public Schools, as the press reported it on 4 September 2025",
    url: "https://www.cbsnews.com/newyork/news/nyc-doe-school-calendar-2025-2026/",
    retrievedOn: "2026-11-01",
    confidence: "secondary",
    // As high schools have it. Elementary and middle schools are closed for a clerical day as well, on 5 June.
    closures: [
      closed("Rosh Hashanah", "2025-09-23", "2025-09-24"),
      closed("Yom Kippur", "2025-10-02"),
      closed("Italian Heritage Day and Indigenous Peoples' Day", "2025-10-13"),
      closed("Diwali", "2025-10-20"),
      closed("Election Day", "2025-11-04"),
      closed("Veterans Day", "2025-11-11"),
      closed("Thanksgiving recess", "2025-11-27", "2025-11-28"),
      closed("Winter recess", "2025-12-24", "2026-01-02"),
      closed("Rev. Dr. Martin Luther King Jr. Day", "2026-01-19"),
      closed("Midwinter recess", "2026-02-16", "2026-02-20"),
      closed("Eid al-Fitr", "2026-03-20"),
      closed("Spring recess", "2026-04-02", "2026-04-10"),
      closed("Memorial Day", "2026-05-25"),
      closed("Eid al-Adha", "2026-05-27"),
      closed("Anniversary Day and Chancellor's Conference Day", "2026-06-04"),
      closed("Juneteenth", "2026-06-19"),
    ],
  },
];
