import fc from "fast-check";
import type { Roster } from "../src/event/index.ts";

/** Some of these names. */
export const pick = (names: readonly string[]) => fc.subarray([...names]);
/** `t1`, `t2` and so on. */
export const names = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** Rosters of up to so many, in which anybody may be away at any time. */
export const rosters = ({ groups, speakers, slots, minimum }: { groups: number; speakers: number; slots: number; minimum: number }): fc.Arbitrary<Roster> =>
  fc
    .tuple(fc.integer({ min: 1, max: groups }), fc.integer({ min: 0, max: speakers }), fc.integer({ min: 1, max: slots }))
    .chain(([groupCount, speakerCount, slotCount]) => {
      const [slotIds, speakerIds] = [names("t", slotCount), names("s", speakerCount)];
      return fc.record({
        slots: fc.constant(slotIds.map((id) => ({ id }))),
        groups: fc.tuple(
          ...names("g", groupCount).map((id) => fc.record({ id: fc.constant(id), size: fc.integer({ min: 1, max: 40 }), wantedSpeakerIds: pick(speakerIds) })),
        ),
        speakers: fc.tuple(
          ...speakerIds.map((id) =>
            fc.record(
              {
                id: fc.constant(id),
                roomId: fc.constantFrom("r1", "r2", `own-${id}`),
                slotIds: fc.oneof({ weight: 2, arbitrary: fc.constant(slotIds) }, pick(slotIds)),
                groupsAtOnce: fc.constantFrom(1, 1, 1, 2),
                groupSizeAtMost: fc.integer({ min: 10, max: 40 }),
              },
              { requiredKeys: ["id", "roomId", "slotIds", "groupsAtOnce"] },
            ),
          ),
        ),
        minimumSpeakers: fc.integer({ min: 0, max: minimum }),
      });
    });
