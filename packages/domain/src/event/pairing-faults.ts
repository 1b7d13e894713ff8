import type { Interview, InterviewRoster } from "./pairing-input.ts";

/** What is wrong with a timetable of interviews: which rule, and where. */
export interface PairingFault {
  code:
    | "pairing_interview_unknown"
    | "pairing_interviewer_not_there"
    | "pairing_group_not_there"
    | "pairing_on_break"
    | "pairing_conflict"
    | "pairing_interviewer_twice"
    | "pairing_seat_twice"
    | "pairing_too_many";
  facts: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with a timetable of interviews for this roster, made by whomever; nothing where it is valid. A seat without an
 * interview is no fault.
 *
 * @example
 * pairingFaults({ slots: [], breakSlotIds: [], groups: [], interviewers: [], conflicts: [], everySeat: false }, []) // []
 */
export function pairingFaults(roster: InterviewRoster, interviews: readonly Interview[]): PairingFault[] {
  const faults: PairingFault[] = [];
  const fault = (code: PairingFault["code"], facts: PairingFault["facts"]) => faults.push({ code, facts });
  const count = new Map<string, number>();
  const times = (...key: (string | number)[]): number => {
    const now = (count.get(key.join(" ")) ?? 0) + 1;
    count.set(key.join(" "), now);
    return now;
  };
  for (const { slotId, interviewerId, groupId, seat } of interviews) {
    const interviewer = roster.interviewers.find(({ id }) => id === interviewerId);
    const group = roster.groups.find(({ id }) => id === groupId);
    if (!interviewer || !group || !roster.slots.some(({ id }) => id === slotId) || seat > group.seats || group.seatsOut.includes(seat)) {
      fault("pairing_interview_unknown", { slotId, interviewerId, groupId, seat });
      continue;
    }
    if (!interviewer.slotIds.includes(slotId)) fault("pairing_interviewer_not_there", { slotId, interviewerId });
    if (!group.slotIds.includes(slotId)) fault("pairing_group_not_there", { slotId, groupId });
    if (roster.breakSlotIds.includes(slotId) || interviewer.breakSlotIds.includes(slotId)) fault("pairing_on_break", { slotId, interviewerId });
    if (roster.conflicts.some((one) => one.interviewerId === interviewerId && one.groupId === groupId)) fault("pairing_conflict", { interviewerId, groupId });
    if (times("cell", interviewerId, slotId) === 2) fault("pairing_interviewer_twice", { slotId, interviewerId });
    if (times("seat", groupId, seat) === 2) fault("pairing_seat_twice", { groupId, seat });
    const most = interviewer.interviewsAtMost;
    if (most !== undefined && times("load", interviewerId) === most + 1) fault("pairing_too_many", { interviewerId, most });
  }
  return faults;
}
