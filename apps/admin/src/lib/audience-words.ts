import type { Audience } from "@cte-partnerships/domain";

/** Whom an event is for. */
export const audienceWords: Record<Audience, string> = {
  industry_partners: "Industry partners",
  teachers: "Teachers",
  school_leaders: "School leaders",
  advisory_members: "Advisory members",
  everyone: "Everyone",
};
