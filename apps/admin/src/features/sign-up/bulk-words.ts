import type { Step } from "./row-actions.tsx";

const people = (count: number) => (count === 1 ? "1 person" : `${count.toLocaleString("en-US")} people`);

export const stepWords: Record<Step, { verb: string; doing: (count: number) => string; done: (count: number) => string; notDone: (count: number) => string }> =
  {
    approve: {
      verb: "Approve",
      doing: (count) => `Approving ${people(count)}`,
      done: (count) => `${people(count)} approved.`,
      notDone: (count) => `${people(count)} not approved`,
    },
    decline: {
      verb: "Decline",
      doing: (count) => `Declining ${people(count)}`,
      done: (count) => `${people(count)} declined.`,
      notDone: (count) => `${people(count)} not declined`,
    },
    withdraw: {
      verb: "Withdraw",
      doing: (count) => `Withdrawing ${people(count)}`,
      done: (count) => `${people(count)} withdrawn.`,
      notDone: (count) => `${people(count)} not withdrawn`,
    },
  };
