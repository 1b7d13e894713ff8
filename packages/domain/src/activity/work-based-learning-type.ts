import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { sourcedTable } from "../reference/sourced.ts";
import {
  extensionNotice,
  gewepFrom14,
  lastDayOfTwoExtensions,
  lastDayOfWecep,
  oneExtensionFrom,
  registeredMemo,
  registeredPage,
  registeredTableBefore,
  workBasedLearningFrom,
} from "./work-based-learning-sources.ts";

/** The extension of a coordinator's certificate: one of the two of old, or the single one that replaced them. */
export type CoordinatorExtension = "8981" | "8982" | "work-based-learning";

/** How much instruction at school goes with it: hours for each half unit of credit, or periods a week. */
export type RelatedInstruction = { by: "half_unit"; hours: number } | { by: "week"; periods: number };

/** So many hours at the worksite may earn so many units of credit. */
export interface CreditStep {
  worksiteHours: number;
  creditUnits: number;
}

/** How those who take part are paid. */
export type Pay = "paid" | "unpaid" | "both";

/**
 * What is said elsewhere and does not agree with the row, and where. Both are kept, and a verdict that hangs on it takes no side: it
 * is unknown.
 */
export type Contradiction = { where: "text_of_the_same_page" | "page_of_a_district" } & (
  | { about: "pay"; elsewhere: Pay }
  /** Credit beyond the row's steps, and from how many hours on where that is said. */
  | { about: "credit"; elsewhere: { creditUnits: number; worksiteHours?: number } }
);

/** A type of work-based learning that a school registers with the state. */
export interface RegisteredType extends ReferenceRow {
  minimumAge: number;
  /** The oldest that it takes, where it has a limit. */
  maximumAge?: number;
  pay: Pay;
  creditSteps: readonly CreditStep[];
  relatedInstruction: RelatedInstruction;
  /** One of these the coordinator must hold. */
  coordinatorExtensions: readonly CoordinatorExtension[];
  mustRelateToProgram: boolean;
  contradictions: readonly Contradiction[];
  /** The type that took this one in when it was closed. */
  foldedInto?: string;
}

type Shown = Omit<RegisteredType, keyof ReferenceRow | "coordinatorExtensions">;

const upToTwoUnits = [
  { worksiteHours: 150, creditUnits: 0.5 },
  { worksiteHours: 300, creditUnits: 1 },
  { worksiteHours: 450, creditUnits: 1.5 },
  { worksiteHours: 600, creditUnits: 2 },
] as const satisfies readonly CreditStep[];

const ceip = {
  minimumAge: 14,
  pay: "unpaid",
  creditSteps: [
    { worksiteHours: 54, creditUnits: 0.5 },
    { worksiteHours: 108, creditUnits: 1 },
  ],
  relatedInstruction: { by: "half_unit", hours: 27 },
  mustRelateToProgram: true,
  contradictions: [{ about: "credit", elsewhere: { creditUnits: 0.25 }, where: "text_of_the_same_page" }],
} as const satisfies Shown;

const gewepBefore = {
  minimumAge: 16,
  pay: "paid",
  creditSteps: upToTwoUnits,
  relatedInstruction: { by: "week", periods: 1 },
  mustRelateToProgram: false,
  contradictions: [],
} as const satisfies Shown;

const gewep = {
  ...gewepBefore,
  minimumAge: 14,
  pay: "both",
  // The district has a limit for each grade beside it.
  contradictions: [{ about: "credit", elsewhere: { creditUnits: 3, worksiteHours: 900 }, where: "page_of_a_district" }],
} as const satisfies Shown;

const coop = {
  minimumAge: 16,
  pay: "both",
  creditSteps: upToTwoUnits,
  relatedInstruction: { by: "week", periods: 5 },
  mustRelateToProgram: true,
  contradictions: [{ about: "pay", elsewhere: "paid", where: "text_of_the_same_page" }],
} as const satisfies Shown;

const wecep = {
  minimumAge: 14,
  maximumAge: 15,
  pay: "paid",
  creditSteps: [
    { worksiteHours: 150, creditUnits: 0.5 },
    { worksiteHours: 300, creditUnits: 1 },
  ],
  relatedInstruction: { by: "week", periods: 1 },
  mustRelateToProgram: false,
  contradictions: [],
  foldedInto: "gewep",
} as const satisfies Shown;

const either = ["8981", "8982"] as const;
const development = ["8982"] as const;
const single = ["work-based-learning"] as const;

const names = {
  ceip: { id: "ceip", label: "Career Exploration Internship Program", aliases: ["CEIP"] },
  gewep: { id: "gewep", label: "General Education Work Experience Program", aliases: ["GEWEP"] },
  coop: { id: "co-op", label: "Cooperative Career and Technical Education Work Experience Program", aliases: ["CO-OP", "Co-op"] },
  wecep: { id: "wecep", label: "Work Experience and Career Exploration Program", aliases: ["WECEP"] },
} as const;

/**
 * The state's registered types as dated rows. WECEP was closed into GEWEP on 1 September 2022, when GEWEP opened to students of
 * 14 and to unpaid placements; in the spring of 2023 one coordinator's extension took the place of two.
 */
export const registeredTypes: DatedTable<RegisteredType> = sourcedTable<RegisteredType>({ ...registeredPage, aliases: [], from: workBasedLearningFrom }, [
  { ...names.ceip, ...ceip, coordinatorExtensions: development, to: lastDayOfTwoExtensions },
  { ...names.ceip, ...ceip, ...extensionNotice, coordinatorExtensions: single, from: oneExtensionFrom },
  { ...names.gewep, ...gewepBefore, ...registeredTableBefore, coordinatorExtensions: either, to: lastDayOfWecep },
  { ...names.gewep, ...gewep, ...registeredMemo, coordinatorExtensions: either, from: gewepFrom14, to: lastDayOfTwoExtensions },
  { ...names.gewep, ...gewep, ...extensionNotice, coordinatorExtensions: single, from: oneExtensionFrom },
  { ...names.coop, ...coop, coordinatorExtensions: development, to: lastDayOfTwoExtensions },
  { ...names.coop, ...coop, ...extensionNotice, coordinatorExtensions: single, from: oneExtensionFrom },
  { ...names.wecep, ...wecep, ...registeredTableBefore, coordinatorExtensions: either, to: lastDayOfWecep },
]);

/** Experiences that count without registration, where the school's own people supervise them. They earn no credit alone. */
export const unregisteredKinds = [
  "job_shadowing",
  "community_service",
  "research_project",
  "school_based_enterprise",
  "entrepreneurship",
  "community_based_work_program",
  "clinical",
  "other",
] as const;
/** An experience that needs no registration. */
export type UnregisteredKind = (typeof unregisteredKinds)[number];

/**
 * Whether an experience is one of those that need no registration.
 *
 * @example
 * isUnregisteredKind("job_shadowing") // true
 */
export const isUnregisteredKind = (type: string): type is UnregisteredKind => (unregisteredKinds as readonly string[]).includes(type);
