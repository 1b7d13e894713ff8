import type { RosterRow } from "../../lib/api/roster.ts";
import { people } from "../../lib/counts.ts";
import type { Step } from "./row-actions.tsx";

interface StepWords {
  verb: string;
  leadsTo: RosterRow["state"];
  doing: (count: number) => string;
  done: (count: number) => string;
  notDone: (count: number) => string;
}

export const stepWords: Record<Step, StepWords> = {
  approve: {
    verb: "Approve",
    leadsTo: "confirmed",
    doing: (count) => `Approving ${people(count)}`,
    done: (count) => `${people(count)} approved.`,
    notDone: (count) => `${people(count)} not approved`,
  },
  decline: {
    verb: "Decline",
    leadsTo: "declined",
    doing: (count) => `Declining ${people(count)}`,
    done: (count) => `${people(count)} declined.`,
    notDone: (count) => `${people(count)} not declined`,
  },
  withdraw: {
    verb: "Withdraw",
    leadsTo: "withdrawn",
    doing: (count) => `Withdrawing ${people(count)}`,
    done: (count) => `${people(count)} withdrawn.`,
    notDone: (count) => `${people(count)} not withdrawn`,
  },
};
