import { Button, Menu } from "@mantine/core";
import { createContext, use, useState } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { allows } from "../../lib/me.ts";
import { IconBan, IconCheck, IconDots, IconX } from "../../ui/icons.ts";
import classes from "./roster.module.css";

export type Step = "approve" | "decline" | "withdraw";

export const standing: readonly string[] = ["received", "confirmed", "pending", "waitlisted"];

/** What may be done about one person's sign-up as it stands. */
export const stepsFor = (may: readonly string[], { state }: Pick<RosterRow, "state">): Step[] => {
  const steps: Step[] = [];
  if (allows(may, "decide_sign_up") && state === "pending") steps.push("approve");
  if (allows(may, "decide_sign_up") && (state === "pending" || state === "waitlisted")) steps.push("decline");
  if (allows(may, "withdraw_sign_up") && standing.includes(state)) steps.push("withdraw");
  return steps;
};

/** Asks for a step, or takes it: one for all rows, since a dialog in each of them would make the table slow. */
export const TakeStep = createContext<(step: Step, person: RosterRow) => void>(() => undefined);

/** The buttons of one row. */
export function RowActions({ may, person }: { may: Roster["may"]; person: RosterRow }) {
  const take = use(TakeStep);
  const steps = stepsFor(may, person);
  if (steps.length === 0) return null;
  return (
    <div className={classes.actions}>
      {steps.includes("approve") && (
        <Button size="xs" variant="light" leftSection={<IconCheck size={16} />} onClick={() => take("approve", person)} aria-label={`Approve ${person.name}`}>
          Approve
        </Button>
      )}
      {(steps.includes("decline") || steps.includes("withdraw")) && <More person={person} steps={steps} />}
    </div>
  );
}

/** A menu is made when it is first wanted: two thousand closed ones would have to be kept. */
function More({ person, steps }: { person: RosterRow; steps: readonly Step[] }) {
  const take = use(TakeStep);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={classes.more}
      aria-label={`More for ${person.name}`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onPointerEnter={() => setWanted(true)}
      onFocus={() => setWanted(true)}
      onClick={() => {
        setWanted(true);
        setOpen(!isOpen);
      }}
    >
      <IconDots size={18} />
    </button>
  );
  return (
    <span className={classes.moreSpot}>
      {button}
      {isWanted && (
        <Menu position="bottom-end" withinPortal opened={isOpen} onChange={setOpen}>
          <Menu.Target>
            {/* Only a place to open at: the button before it says what is open. */}
            <span aria-hidden className={classes.moreAnchor} />
          </Menu.Target>
          <Menu.Dropdown aria-label={`More for ${person.name}`}>
            {steps.includes("decline") && (
              <Menu.Item leftSection={<IconBan size={16} />} onClick={() => take("decline", person)}>
                Decline
              </Menu.Item>
            )}
            {steps.includes("withdraw") && (
              <Menu.Item leftSection={<IconX size={16} />} onClick={() => take("withdraw", person)}>
                Withdraw for them
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}
