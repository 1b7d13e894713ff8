import { type InterviewRoster, pairAgain, pairInterviews, type Roster, rotate, rotateAgain } from "../src/event/index.ts";
import { mostWorth } from "../src/event/rotation-bound.ts";
import { problemOf } from "../src/event/rotation-plan.ts";
import { ActivityTypeId, addDays, BoroughId, CommissionId, type MatchOffer, type MatchRequest, OpportunityId, RequestId } from "../src/index.ts";
import { assignRequests, rankRequests } from "../src/opportunity/index.ts";

// `node bench/rotation.ts`: how long timetables and matching take, and how good the timetables are. Rosters are invented, and the
// same every time.

let state = 20_270_304;
const roll = (sides: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * sides);
};
const names = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const some = <Item>(items: readonly Item[], percent: number): Item[] => items.filter(() => roll(100) < percent);

/** Runs it so often, and gives the milliseconds of each and the last answer. */
function timed<Answer>(times: number, work: () => Answer): { answer: Answer; middle: number; most: number } {
  const took: number[] = [];
  let answer = work();
  for (let time = 0; time < times; time++) {
    const begun = performance.now();
    answer = work();
    took.push(performance.now() - begun);
  }
  took.sort((one, other) => one - other);
  return { answer, middle: took[Math.floor(took.length / 2)] ?? 0, most: took.at(-1) ?? 0 };
}
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const table = (title: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]) => {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  console.log(`\n### ${title}\n\n${[line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n")}`);
};

interface Day {
  label: string;
  groups: number;
  speakers: number;
  slots: number;
  there: number;
  minimum: number;
  rooms?: number;
}
const roster = ({ groups, speakers, slots, there, minimum, rooms = speakers }: Day): Roster => {
  const [slotIds, speakerIds] = [names("t", slots), names("s", speakers)];
  return {
    slots: slotIds.map((id) => ({ id })),
    groups: names("g", groups).map((id) => ({ id, size: 25, wantedSpeakerIds: some(speakerIds, 25) })),
    speakers: speakerIds.map((id, index) => ({ id, roomId: `r${index % rooms}`, slotIds: some(slotIds, there), groupsAtOnce: 1 })),
    minimumSpeakers: minimum,
  };
};
/** What no plan can exceed, taken apart: visits, wishes, and the fewest moves. */
function bound(day: Roster): { visits: number; wishes: number; moves: number } {
  const { worth: unit } = problemOf(day);
  const most = mostWorth(problemOf(day));
  const withoutMoves = Math.ceil(most / unit.wanted) * unit.wanted;
  return {
    visits: Math.floor((withoutMoves % unit.kept) / unit.visit),
    wishes: (withoutMoves % unit.visit) / unit.wanted,
    moves: withoutMoves - most,
  };
}

const days: Day[] = [
  { label: "300 people, all there all day", groups: 12, speakers: 12, slots: 6, there: 100, minimum: 5 },
  { label: "300 people, one speaker in ten away at a time", groups: 12, speakers: 14, slots: 6, there: 90, minimum: 5 },
  { label: "300 people, three in ten away", groups: 12, speakers: 16, slots: 6, there: 70, minimum: 4 },
  { label: "300 people, three in ten away, two speakers a room", groups: 12, speakers: 16, slots: 6, there: 70, minimum: 4, rooms: 8 },
  { label: "1,000 people, two in ten away", groups: 40, speakers: 44, slots: 8, there: 80, minimum: 6 },
  { label: "1,500 people, the largest roster", groups: 60, speakers: 80, slots: 20, there: 80, minimum: 10 },
];
table(
  "Career day: groups of 25 go round",
  [
    "roster",
    "groups × speakers × slots",
    "visits, of at most",
    "wishes, of at most",
    "moves, of at least",
    "proven best",
    "ms, middle",
    "ms, most",
    "a speaker drops out: kept",
    "ms",
  ],
  days.map((day) => {
    const made = roster(day);
    const { answer, middle, most } = timed(5, () => rotate(made));
    const size = `${day.groups} × ${day.speakers} × ${day.slots}`;
    if (!answer.ok) return [day.label, size, answer.refusal.code, "", "", "", ms(middle), ms(most), "", ""];
    const { visits, wantedVisits, roomMoves, isProvenBest } = answer.value;
    const again = timed(5, () => rotateAgain({ roster: made, visits }, { kind: "speaker_out", speakerId: "s3" }));
    const limit = bound(made);
    const lost = visits.filter(({ speakerId }) => speakerId === "s3").length;
    return [
      day.label,
      size,
      `${visits.length} of ${limit.visits}`,
      `${wantedVisits} of ${limit.wishes}`,
      `${roomMoves} of ${limit.moves}`,
      isProvenBest ? "yes" : "no",
      ms(middle),
      ms(most),
      again.answer.ok ? `${again.answer.value.kept} of ${visits.length - lost} that could` : again.answer.refusal.code,
      ms(again.middle),
    ];
  }),
);

const interviews = (groups: number, seats: number, interviewers: number, slots: number, there: number): InterviewRoster => {
  const slotIds = names("t", slots);
  return {
    slots: slotIds.map((id) => ({ id })),
    breakSlotIds: [],
    groups: names("g", groups).map((id) => ({ id, seats, seatsOut: [], slotIds: some(slotIds, there) })),
    interviewers: names("i", interviewers).map((id) => ({ id, slotIds: some(slotIds, there), breakSlotIds: some(slotIds, 8) })),
    conflicts: [],
    everySeat: false,
  };
};
table(
  "Mock interviews: each seat one interview (always the best)",
  ["roster", "seats", "interviews", "ms, middle", "ms, most", "an interviewer drops out: kept", "ms"],
  (
    [
      ["300 people, all there", interviews(10, 30, 30, 12, 100)],
      ["300 people, three in ten away", interviews(10, 30, 45, 12, 70)],
      ["the largest roster", interviews(40, 55, 100, 24, 90)],
    ] as const
  ).map(([label, made]) => {
    const { answer, middle, most } = timed(5, () => pairInterviews(made));
    if (!answer.ok) return [label, "", answer.refusal.code, ms(middle), ms(most), "", ""];
    const { interviews: list, unpaired } = answer.value;
    const again = timed(5, () => pairAgain({ roster: made, interviews: list }, { kind: "interviewer_out", interviewerId: "i3" }));
    const lost = list.filter(({ interviewerId }) => interviewerId === "i3").length;
    const kept = again.answer.ok ? `${again.answer.value.kept} of ${list.length - lost} that could` : again.answer.refusal.code;
    return [label, list.length + unpaired.length, list.length, ms(middle), ms(most), kept, ms(again.middle)];
  }),
);

const ulid = (number: number) => String(number).padStart(26, "0");
const boroughs = ["bronx", "brooklyn", "manhattan", "queens", "staten-island"].map((word) => BoroughId.parse(`bor_${word}`));
const sectors = ["media", "it", "construction", "business", "health"].map((word) => CommissionId.parse(`cms_${word}`));
const activities = ["career-day", "workplace-tour", "mock-interview"].map((word) => ActivityTypeId.parse(`act_${word}`));
const one = <Item>(items: readonly Item[]): Item => items[roll(items.length)] as Item;
const both = () => ({
  activityTypeId: one(activities),
  commissionIds: some(sectors, 40),
  boroughIds: some(boroughs, 40),
  days: [{ from: addDays("2027-03-01", roll(9)), to: addDays("2027-03-20", roll(9)) }],
  gradeBandIds: some(["9-10", "11-12"], 80),
});
const offers = Array.from({ length: 500 }, (_, index): MatchOffer => {
  return { id: OpportunityId.parse(`opp_${ulid(index)}`), ...both(), groupSize: { min: 5, max: 25 + roll(20) }, place: "school", isCleared: roll(10) > 0 };
});
const requests = Array.from(
  { length: 500 },
  (_, index): MatchRequest => ({
    id: RequestId.parse(`req_${ulid(index)}`),
    ...both(),
    ...(roll(10) > 0 ? { students: 10 + roll(30) } : {}),
    places: ["school", "online"],
    needsClearance: roll(2) === 0,
    requestedOn: addDays("2027-02-10", roll(18)),
    pastMatches: roll(4),
  }),
);
const terms = { on: "2027-03-01" } as const;
const whole = timed(3, () => assignRequests(offers, requests, terms));
const single = timed(20, () => rankRequests(offers[0] as MatchOffer, requests, terms));
table(
  "Matching, with every reason",
  ["what", "result", "ms, middle", "ms, most"],
  [
    ["1 offer × 500 requests, ranked", single.answer.ok ? `${single.answer.value.matched.length} fit` : "", ms(single.middle), ms(single.most)],
    [
      "500 offers × 500 requests, assigned",
      whole.answer.ok ? `${whole.answer.value.assigned.length} assigned, ${whole.answer.value.unassigned.length} not` : "",
      ms(whole.middle),
      ms(whole.most),
    ],
  ],
);
