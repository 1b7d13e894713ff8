import { describe, expect, it } from "vitest";
import { laterListFrom } from "../src/agency/nyc/commissions.ts";
import { nyc } from "../src/agency/nyc/index.ts";
import { nycWithRules } from "../src/agency/nyc-rules/index.ts";
import {
  type ActivityType,
  addDays,
  advisoryBoard,
  commissionRoles,
  evaluate,
  findNamed,
  hoursOf,
  type IsoDate,
  judgeDuration,
  partnerKinds,
  rulesOn,
  subjectsOf,
} from "../src/index.ts";

// Every sentence of the office's page, as it stands, beside the row or rule that carries it. The page names a living person as the
// contact; here it is the title of her office. Links alone, which say nothing that their heading does not, are headings too.

const page = `
Industry Partnerships

Partnerships between industry professionals and CTE programs allow teachers and school leaders to stay aligned to ever-changing industry trends and prepare their students to meet the talent needs of New York City. We welcome the support from industry partners to strengthen CTE programs. For more information about these opportunities, please contact the Director of Industry Engagement.

Menu of Opportunities To Support Pipeline Development

Ways to Get Involved

CTE Industry Commissions

CTE programs receive support via the convening of sector-based industry commissions. The purpose of the commissions are for CTE teachers and administrators, postsecondary and industry partners to meet and discuss how they can best support students entering their specific industry. The commissions also support the CTE approval process and can serve as a proxy for an individual school advisory board.

Automotive and Transportation
Business and Finance
Construction and Sustainability
Culinary Arts, Hospitality and Tourism
Engineering, Architecture and Robotics
Information Technology
Media Technology and Design

Supporting CTE Students

Industry Partners are encouraged to provide direct support to CTE students by sharing their expertise and providing work-based learning opportunities. Here are the most common examples of types of participation our industry partners engage in to support CTE students:

Career Day: A Career Day is an activity in which business partners from a variety of companies come together at a school to share information about their company, their job, and the education and skills are required for success in their career.

Workplace Tour: A Workplace Tour is an activity in which students visit a workplace, learn about the business, meet employees, ask questions and observe work in progress.

Mock Interview: In a mock interview, employee volunteers are paired one-on-one with a student who is interviewed as if your company was considering hiring him/her for a paid internship or job.

Internships: An Internship is a highly structured, time-limited activity in which students are placed at a worksite to participate in and observe work first hand.

Other examples include hosting competitions, offering scholarships and supporting programming. Learn more about how employers may engage with CTE students.

Work-Based Learning: Employer Options

Supporting CTE Teachers

An essential component of high-quality CTE is teacher training in order that teachers receive up-to-date training to be aware of emerging trends in their field. Industry partners can assist with these efforts by providing the following:

Professional Development Sessions: These workshops or classes can be half-day to two-day experiences in which CTE teachers take classes given by industry professionals.

Teacher Externships: Externships allow companies to host teachers for three days up to two weeks to learn about their company, current trends, meet with employees in various roles, learn about hiring practices and learn information they may take back to the classroom.

Supporting School-Based Advisory Boards for CTE Programs

Schools with CTE programs are strongly encouraged to have their own advisory board. Industry and Postsecondary partners will participate in the school CTE program’s self-study committee, review curriculum, participate in career days, mock interviews and other work-based learning activities.

CTE Advisory Council

To learn more about the CTE Advisory Council, visit our CTE Advisory Council page:

CTE Advisory Council
`;
const sentences = page
  .split("\n")
  .flatMap((line) => line.split(/(?<=\.)\s+(?=[A-Z])/))
  .filter((sentence) => sentence.trim() !== "");

/** The page is older than the later list of commissions. */
const then: IsoDate = addDays(laterListFrom, -1);
const subjects = subjectsOf(nycWithRules);

const type = (name: string): ActivityType => {
  const found = findNamed(nyc.activityTypes, name, then);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const fieldsOf = (name: string) => Object.keys(type(name).details().shape);
const detailsOf = (name: string, details: object) => type(name).details().safeParse(details).success;
const purposes = (purpose: ActivityType["purpose"]) => nyc.activityTypes.on(then).filter((row) => row.purpose === purpose);
const rowsOf = (names: readonly string[]) => names.map(type);
const proxyRule = (id: string) => subjects["commission-proxy"].rules.find(`commission-proxy.${id}`, then);
const boardRule = (id: string) => subjects["advisory-board"].rules.find(`advisory-board.${id}`, then);

const commission = (name: string) => ({
  carriedBy: `commission ${name}`,
  holds: () => {
    expect(nyc.commissions.on(then).map(({ label }) => label)).toContain(name);
    // Whoever looks for it by this name finds it today as well, whatever it is called now.
    expect(findNamed(nyc.commissions, name, "2026-11-24")).toBeDefined();
  },
});
const council = {
  carriedBy: "subject advisory-council",
  holds: () => expect(subjects["advisory-council"].rules.find("advisory-council.ten-members", then)).toBeDefined(),
};

interface Entry {
  /** The row or rule, in words. */
  carriedBy: string;
  holds: () => void;
}

const carriers: Record<string, Entry> = {
  "Industry Partnerships": { carriedBy: "agency nyc: office", holds: () => expect(nyc.office.title).toBe("Office of Industry Partnerships") },
  "Partnerships between industry professionals and CTE programs allow teachers and school leaders to stay aligned to ever-changing industry trends and prepare their students to meet the talent needs of New York City.":
    {
      carriedBy: "activity types: audiences",
      holds: () => {
        const reached = new Set(nyc.activityTypes.on(then).flatMap(({ audiences }) => audiences));
        for (const audience of ["students", "teachers", "school_leaders", "programs"] as const) expect(reached).toContain(audience);
      },
    },
  "We welcome the support from industry partners to strengthen CTE programs.": {
    carriedBy: "activity types: what is asked of a partner; partner kind industry",
    holds: () => {
      for (const { asks } of nyc.activityTypes.on(then)) expect(asks.length).toBeGreaterThan(0);
      expect(partnerKinds.find("industry", then)?.countsAsIndustry).toBe(true);
    },
  },
  "For more information about these opportunities, please contact the Director of Industry Engagement.": {
    carriedBy: "agency nyc: office (a person's name is a deployment's, and an event's contact is a title)",
    holds: () => expect(nyc.office).toEqual({ title: "Office of Industry Partnerships" }),
  },
  "Menu of Opportunities To Support Pipeline Development": {
    carriedBy: "activity types: a sentence for the public in two languages",
    holds: () => {
      for (const { description } of nyc.activityTypes.on(then)) expect([description.en, description.es]).not.toContain("");
    },
  },
  "Ways to Get Involved": {
    carriedBy: "activity types: purpose",
    holds: () => expect([...new Set(nyc.activityTypes.on(then).map(({ purpose }) => purpose))]).toEqual(["students", "teachers", "advisory"]),
  },
  "CTE Industry Commissions": { carriedBy: "table of commissions", holds: () => expect(nyc.commissions.on(then)).toHaveLength(7) },
  "CTE programs receive support via the convening of sector-based industry commissions.": {
    carriedBy: "activity type commission-meeting; rule commission-proxy.sector-matches",
    holds: () => {
      expect(type("Commission Meeting")).toMatchObject({ purpose: "advisory", citation: "New York City Public Schools, Industry Partnerships, cte.nyc" });
      expect(proxyRule("sector-matches")?.force).toBe("required");
    },
  },
  "The purpose of the commissions are for CTE teachers and administrators, postsecondary and industry partners to meet and discuss how they can best support students entering their specific industry.":
    {
      carriedBy: "table of commission roles; activity type commission-meeting",
      holds: () => {
        const roles = commissionRoles.on(then).map(({ id }) => id);
        for (const role of ["cte_teacher", "school_administrator", "postsecondary", "industry"] as const) expect(roles).toContain(role);
        expect(fieldsOf("Commission Meeting")).toContain("agenda");
      },
    },
  "The commissions also support the CTE approval process and can serve as a proxy for an individual school advisory board.": {
    carriedBy: "subject commission-proxy",
    holds: () => {
      expect(subjects["commission-proxy"].rules.on(then).length).toBeGreaterThan(3);
      // The approval process: what the commission reviews is evidence there.
      for (const id of ["curriculum-review", "assessment-review", "employability-validation"]) expect(proxyRule(id)).toBeDefined();
      expect(subjects["program-approval"]).toBeDefined();
    },
  },
  "Automotive and Transportation": commission("Automotive and Transportation"),
  "Business and Finance": commission("Business and Finance"),
  "Construction and Sustainability": commission("Construction and Sustainability"),
  "Culinary Arts, Hospitality and Tourism": commission("Culinary Arts, Hospitality and Tourism"),
  "Engineering, Architecture and Robotics": commission("Engineering, Architecture and Robotics"),
  "Information Technology": commission("Information Technology"),
  "Media Technology and Design": commission("Media Technology and Design"),
  "Supporting CTE Students": { carriedBy: "activity types for students", holds: () => expect(purposes("students").length).toBeGreaterThan(6) },
  "Industry Partners are encouraged to provide direct support to CTE students by sharing their expertise and providing work-based learning opportunities.": {
    carriedBy: "activity types program-support and internship",
    holds: () => {
      expect(detailsOf("Program Support", { kind: "expertise", what: "A day of an engineer's time" })).toBe(true);
      expect(hoursOf(type("Internship"), { isRegistered: true }, then).stateHourCredit.verdict).toBe("met");
    },
  },
  "Here are the most common examples of types of participation our industry partners engage in to support CTE students:": {
    carriedBy: "activity types for students, in the page's order",
    holds: () =>
      expect(
        purposes("students")
          .slice(0, 4)
          .map(({ label }) => label),
      ).toEqual(["Career Day", "Workplace Tour", "Mock Interview", "Internship"]),
  },
  "Career Day: A Career Day is an activity in which business partners from a variety of companies come together at a school to share information about their company, their job, and the education and skills are required for success in their career.":
    {
      carriedBy: "activity type career-day",
      holds: () => {
        expect(type("Career Day")).toMatchObject({ settings: ["school"], groupShape: "groups_by_rotation", audiences: ["students"] });
        expect(fieldsOf("Career Day")).toContain("firms");
        expect(type("Career Day").description.en).toMatch(/several firms.*job.*education and skills/);
      },
    },
  "Workplace Tour: A Workplace Tour is an activity in which students visit a workplace, learn about the business, meet employees, ask questions and observe work in progress.":
    {
      carriedBy: "activity type workplace-tour",
      holds: () => {
        expect(type("Workplace Tour")).toMatchObject({ settings: ["workplace"], groupShape: "whole_group", audiences: ["students"] });
        expect(type("Workplace Tour").description.en).toMatch(/learn about the business, meet employees, ask questions and watch the work/);
      },
    },
  "Mock Interview: In a mock interview, employee volunteers are paired one-on-one with a student who is interviewed as if your company was considering hiring him/her for a paid internship or job.":
    {
      carriedBy: "activity type mock-interview",
      holds: () => {
        expect(type("Mock Interview").groupShape).toBe("one_on_one");
        const interview = { minutesPerInterview: 20, interviewsPerVolunteer: 6, position: "Junior technician" };
        for (const kindOfPosition of ["paid_internship", "job"]) expect(detailsOf("Mock Interview", { ...interview, kindOfPosition })).toBe(true);
        expect(detailsOf("Mock Interview", { ...interview, kindOfPosition: "unpaid_internship" })).toBe(false);
      },
    },
  "Internships: An Internship is a highly structured, time-limited activity in which students are placed at a worksite to participate in and observe work first hand.":
    {
      carriedBy: "activity type internship",
      holds: () => {
        expect(type("Internship")).toMatchObject({ settings: ["workplace"], groupShape: "placement" });
        // Structured: tasks are asked for. Limited in time: so are the weeks.
        const placement = { places: 2, weeks: 6, hoursPerWeek: 10, isPaid: true, tasks: ["Test boards"] };
        expect(detailsOf("Internship", placement)).toBe(true);
        for (const fact of ["weeks", "tasks"]) expect(detailsOf("Internship", { ...placement, [fact]: undefined })).toBe(false);
      },
    },
  "Other examples include hosting competitions, offering scholarships and supporting programming.": {
    carriedBy: "activity types competition, scholarship, program-support",
    holds: () => {
      for (const row of rowsOf(["Competition", "Scholarship", "Supporting Programming"])) expect(row.purpose).toBe("students");
      expect(detailsOf("Competition", { task: "Wire a panel", part: "host" })).toBe(true);
    },
  },
  "Learn more about how employers may engage with CTE students.": {
    carriedBy: "activity types for students: what is asked of a partner",
    holds: () => {
      for (const { asks } of purposes("students")) expect(asks[0]?.en).toMatch(/\.$/);
    },
  },
  "Work-Based Learning: Employer Options": {
    carriedBy: "activity types for students: the three answers on hours",
    holds: () => {
      for (const row of purposes("students"))
        expect(Object.keys(hoursOf(row, {}, then))).toEqual(["stateHourCredit", "awarenessCap", "federalWorkBasedLearning"]);
    },
  },
  "Supporting CTE Teachers": {
    carriedBy: "activity types for teachers",
    holds: () => expect(purposes("teachers").map(({ label }) => label)).toEqual(["Professional Development Session", "Teacher Externship"]),
  },
  "An essential component of high-quality CTE is teacher training in order that teachers receive up-to-date training to be aware of emerging trends in their field.":
    {
      carriedBy: "activity types for teachers: audience",
      holds: () => {
        for (const row of purposes("teachers")) expect(row.audiences).toEqual(["teachers"]);
        expect(type("Teacher Externship").description.en).toContain("current trends");
      },
    },
  "Industry partners can assist with these efforts by providing the following:": {
    carriedBy: "activity types for teachers: what is asked of a partner",
    holds: () => {
      for (const { asks } of purposes("teachers")) expect(asks).toHaveLength(1);
    },
  },
  "Professional Development Sessions: These workshops or classes can be half-day to two-day experiences in which CTE teachers take classes given by industry professionals.":
    {
      carriedBy: "activity type professional-development: duration",
      holds: () => {
        const session = type("Professional Development Session");
        expect(session.duration).toMatchObject({ value: { unit: "days", min: 0.5, max: 2 }, authority: "local_guidance" });
        const verdicts = [0.4, 0.5, 2, 2.5].map((lengthDays) => judgeDuration(session, { lengthDays }).verdict);
        expect(verdicts).toEqual(["unmet", "met", "met", "unmet"]);
        expect(findNamed(nyc.activityTypes, "Workshop", then)?.id).toBe(session.id);
      },
    },
  "Teacher Externships: Externships allow companies to host teachers for three days up to two weeks to learn about their company, current trends, meet with employees in various roles, learn about hiring practices and learn information they may take back to the classroom.":
    {
      carriedBy: "activity type teacher-externship: duration and details",
      holds: () => {
        const externship = type("Teacher Externship");
        expect(externship.settings).toEqual(["workplace"]);
        const verdicts = [2, 3, 14, 15].map((lengthDays) => judgeDuration(externship, { lengthDays }).verdict);
        expect(verdicts).toEqual(["unmet", "met", "met", "unmet"]);
        for (const fact of ["departments", "hasHiringTalk", "takeaway"]) expect(fieldsOf("Teacher Externship")).toContain(fact);
      },
    },
  "Supporting School-Based Advisory Boards for CTE Programs": {
    carriedBy: "subject advisory-board; activity type advisory-board",
    holds: () => {
      expect(subjects["advisory-board"].rules.on(then).length).toBeGreaterThan(3);
      expect(type("Advisory Board Activity").purpose).toBe("advisory");
    },
  },
  "Schools with CTE programs are strongly encouraged to have their own advisory board.": {
    carriedBy: "rule advisory-board.own-board, as advice",
    holds: () => {
      expect(boardRule("own-board")).toMatchObject({ force: "advised" });
      const told = evaluate(rulesOn(advisoryBoard(), then), { hasOwnBoard: false });
      expect(told.findings.find(({ rule }) => rule.id === "advisory-board.own-board")).toMatchObject({ standing: "advice", finding: { verdict: "unmet" } });
    },
  },
  "Industry and Postsecondary partners will participate in the school CTE program’s self-study committee, review curriculum, participate in career days, mock interviews and other work-based learning activities.":
    {
      carriedBy: "rules advisory-board.self-study, .curriculum-review, .work-based-learning; activity types self-study, curriculum-review",
      holds: () => {
        for (const id of ["self-study", "curriculum-review", "work-based-learning"]) expect(boardRule(id)).toBeDefined();
        for (const row of rowsOf(["Self-Study Committee", "Curriculum Review"])) expect(row.purpose).toBe("advisory");
        for (const row of rowsOf(["Career Day", "Mock Interview"])) expect(row.purpose).toBe("students");
      },
    },
  "CTE Advisory Council": council,
  "To learn more about the CTE Advisory Council, visit our CTE Advisory Council page:": council,
};

describe("the office's page", () => {
  it("has a row or rule for every sentence, and none for a sentence that it does not have", () => {
    expect([...new Set(sentences)].toSorted()).toEqual(Object.keys(carriers).toSorted());
  });

  it("names no living person", () => {
    expect(page).toContain("please contact the Director of Industry Engagement.");
  });

  it.each(Object.entries(carriers).map(([sentence, entry]) => [sentence, entry.carriedBy, entry] as const))("%s → %s", (_, __, entry) => {
    expect.hasAssertions();
    entry.holds();
  });
});
