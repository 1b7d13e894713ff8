import type { ActivityType } from "../../activity/activity-type.ts";
import type { ActivityTypeId } from "../../shared/id.ts";

const source = "Industry Partnerships, cte.nyc";
const row = (word: string, rest: Omit<ActivityType, "id" | "source">): ActivityType => ({ id: `act_${word}` as ActivityTypeId, ...rest, source });

/** The kinds of engagement that the office's page names. Their complete rules (hours, papers, levels) are not here yet. */
export const activityTypes: readonly ActivityType[] = [
  row("career-day", {
    title: "Career Day",
    description:
      "Partners from several firms come together at a school and tell what their firm does, what their job is like, and the education and skills it takes.",
    purpose: "students",
    setting: "school",
    grouping: "group",
  }),
  row("workplace-tour", {
    title: "Workplace Tour",
    description: "Students visit a workplace, learn about the business, meet employees, ask questions and watch the work.",
    purpose: "students",
    setting: "workplace",
    grouping: "group",
  }),
  row("mock-interview", {
    title: "Mock Interview",
    description: "Each volunteer sits down with one student and interviews them as if for a paid internship or a job at the firm.",
    purpose: "students",
    setting: "either",
    grouping: "one_on_one",
  }),
  row("internship", {
    title: "Internship",
    description: "A structured placement, limited in time, in which a student takes part in the work of a firm and sees it first hand.",
    purpose: "students",
    setting: "workplace",
    grouping: "one_on_one",
  }),
  row("competition", {
    title: "Competition",
    description: "A firm hosts or judges a contest in which students show the skills of their field.",
    purpose: "students",
    setting: "either",
    grouping: "group",
  }),
  row("scholarship", {
    title: "Scholarship",
    description: "A firm funds a student's next step, and its people read and choose.",
    purpose: "students",
    setting: "either",
    grouping: "group",
  }),
  row("program-support", {
    title: "Program Support",
    description: "A firm supports what a program does: equipment, materials, projects, expertise.",
    purpose: "students",
    setting: "either",
    grouping: "group",
  }),
  row("professional-development", {
    title: "Professional Development Session",
    description: "CTE teachers take a class given by people from industry.",
    purpose: "teachers",
    setting: "either",
    duration: { unit: "days", min: 0.5, max: 2 },
    grouping: "group",
  }),
  row("teacher-externship", {
    title: "Teacher Externship",
    description: "A firm hosts teachers, who learn about the firm, current trends, its roles and how it hires, and take that back to the classroom.",
    purpose: "teachers",
    setting: "workplace",
    duration: { unit: "days", min: 3, max: 14 },
    grouping: "group",
  }),
  row("commission-meeting", {
    title: "Commission Meeting",
    description: "Teachers, administrators, postsecondary and industry members of one sector meet and settle how to support students entering it.",
    purpose: "advisory",
    setting: "either",
    grouping: "group",
  }),
  row("advisory-board", {
    title: "Advisory Board Activity",
    description: "Industry and postsecondary partners take part in a program's self-study and review its curriculum.",
    purpose: "advisory",
    setting: "school",
    grouping: "group",
  }),
];
