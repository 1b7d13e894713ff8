import { shape } from "../apps/api/src/table/shape.ts";

/**
 * What each function may do at the table: which actions, on which partitions, through which index. Written from what the code
 * does and held to it from both sides: the tests of apps/api run each function under these policies, and tell of a grant that
 * none of them needs. Nobody may scan. IAM knows partitions and no sort keys, so what must be kept apart has a partition of
 * its own. A transaction needs no grant besides those of its members.
 */
export interface TableGrant {
  /** The table itself, or one of its indexes. */
  at: "table" | (typeof shape)["queue" | "list" | "host"]["name"];
  actions: readonly TableAction[];
  /** Values of the partition key (of the index, where it is a global one); `*` stands for any text. */
  partitions: readonly string[];
}

type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem" | "ConditionCheckItem";

const { queue, list, host } = shape;

/** Whoever may change a sign-up may find that a place is free, and moves the line up: reads the queue, decides, writes. */
const settling: readonly TableGrant[] = [
  { at: "table", actions: ["GetItem"], partitions: ["SEAT#*"] },
  { at: queue.name, actions: ["Query"], partitions: ["SES#*"] },
  { at: "table", actions: ["UpdateItem"], partitions: ["SEAT#*", "SES#*", "LEASE#*"] },
  { at: "table", actions: ["PutItem"], partitions: ["LEASE#*"] },
];

/** Takes somebody in: the form, the JSON and the office alike. */
const signingUp: readonly TableGrant[] = [
  ...settling,
  { at: "table", actions: ["GetItem"], partitions: ["EVT#*", "SES#*"] },
  // Those who wait in this process to be settled, and a person's sign-ups at the other sessions of an event.
  { at: "table", actions: ["BatchGetItem"], partitions: ["SES#*"] },
  { at: "table", actions: ["Query"], partitions: ["SES#*"] },
  { at: "table", actions: ["PutItem"], partitions: ["SES#*", "CLAIM#*"] },
];

export const reach = {
  PublicApi: [
    ...signingUp,
    { at: "table", actions: ["GetItem"], partitions: ["SLUG#*"] },
    { at: "table", actions: ["BatchGetItem"], partitions: ["SEAT#*"] },
    { at: list.name, actions: ["Query"], partitions: ["EVENTS"] },
    { at: "table", actions: ["UpdateItem"], partitions: ["RATE#*"] },
  ],
  AdminApi: [
    ...signingUp,
    { at: "table", actions: ["GetItem"], partitions: ["SID#*", "SUB#*"] },
    { at: "table", actions: ["BatchGetItem"], partitions: ["EVT#*", "SEAT#*", "USR#*", "SUP#*"] },
    { at: "table", actions: ["Query"], partitions: ["USR#*", "AUD#*", "MSG#*"] },
    { at: "table", actions: ["GetItem", "PutItem"], partitions: ["MSG#*"] },
    // How many messages and tests were sent within a while.
    { at: "table", actions: ["UpdateItem"], partitions: ["RATE#*"] },
    {
      at: list.name,
      actions: ["Query"],
      partitions: ["EVENTS", "EVENTS#over", "ROWS", "CAL#*", "DECIDES", "MAILS#dead", "MAILS#held", "USER#*", "USERS", "GRANTS#*", "AUDIT#*"],
    },
    { at: host.name, actions: ["Query"], partitions: ["HOST#*"] },
    { at: "table", actions: ["PutItem"], partitions: ["EVT#*", "SLUG#*", "SEAT#*", "SID#*", "SUB#*", "USR#*"] },
    { at: "table", actions: ["UpdateItem"], partitions: ["SID#*", "USR#*", "DIRECTORS"] },
    { at: "table", actions: ["DeleteItem"], partitions: ["EVT#*", "SLUG#*", "SID#*"] },
    { at: "table", actions: ["ConditionCheckItem"], partitions: ["USR#*"] },
    // What people leave unsaved in their forms: apart from their accounts, which nothing may delete.
    { at: "table", actions: ["GetItem", "PutItem", "DeleteItem"], partitions: ["FORM#*"] },
    // Added and never changed. IAM cannot tell a first put from one that replaces: that is what the stream looks for.
    { at: "table", actions: ["PutItem"], partitions: ["AUD#*"] },
  ],
  Stream: [
    ...settling,
    { at: "table", actions: ["GetItem"], partitions: ["FAN#*", "MSG#*"] },
    { at: "table", actions: ["Query"], partitions: ["SES#*"] },
    { at: "table", actions: ["PutItem"], partitions: ["AUD#*", "MAIL#*", "FAN#*", "SES#*"] },
    { at: "table", actions: ["UpdateItem"], partitions: ["FAN#*", "MSG#*"] },
    // Mails that reached nobody go with an event that is handed over.
    { at: host.name, actions: ["Query"], partitions: ["HOST#*#MAILS"] },
    { at: "table", actions: ["UpdateItem"], partitions: ["MAIL#*"] },
  ],
  Mailer: [
    { at: "table", actions: ["GetItem"], partitions: ["SES#*", "EVT#*", "SEAT#*", "SUP#*", "MSG#*", "MAIL#*"] },
    { at: queue.name, actions: ["Query"], partitions: ["SES#*"] },
    { at: "table", actions: ["UpdateItem"], partitions: ["MAIL#*", "MSG#*"] },
  ],
  Schedule: [
    ...settling,
    { at: "table", actions: ["GetItem"], partitions: ["FAN#*", "SES#*", "MSG#*"] },
    { at: "table", actions: ["Query"], partitions: ["SES#*", "CLAIM#*"] },
    { at: list.name, actions: ["Query"], partitions: ["EVENTS", "EVENTS#over", "FANS#running", "MAILS#queued"] },
    // Puts what lists are drawn from beside events that lack it.
    { at: "table", actions: ["GetItem", "BatchGetItem", "ConditionCheckItem"], partitions: ["EVT#*"] },
    { at: "table", actions: ["PutItem"], partitions: ["EVT#*", "FAN#*", "MAIL#*", "SES#*"] },
    { at: "table", actions: ["UpdateItem"], partitions: ["FAN#*", "MSG#*"] },
    { at: "table", actions: ["DeleteItem"], partitions: ["CLAIM#*"] },
  ],
  Bounces: [{ at: "table", actions: ["PutItem"], partitions: ["SUP#*"] }],
} as const satisfies Record<string, readonly TableGrant[]>;

export type FunctionName = keyof typeof reach;
