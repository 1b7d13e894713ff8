import { expect, test } from "vitest";
import type { PublishedMany, SeriesMember } from "../../lib/api/event.ts";
import { publishAll } from "./publish-all.ts";

const members = ["evt_1", "evt_2", "evt_3"].map((id, index) => ({ id, number: index + 1, title: "A day", status: "draft", version: 1 })) as SeriesMember[];
const published = (id: SeriesMember["id"]) => ({ id, status: "published" as const, version: 2 });

/** A server that has time for one event a request, and goes away after so many. */
function slowServer(goesAfter = Number.POSITIVE_INFINITY) {
  const asked: number[] = [];
  const publish = async (some: readonly SeriesMember[]): Promise<PublishedMany> => {
    asked.push(some.length);
    if (asked.length > goesAfter) throw new Error("no answer");
    return { outcomes: some.map(({ id }, index) => (index === 0 ? published(id) : { id, refusal: "not_reached" })) };
  };
  return { publish, asked };
}

test("what one request has no time for is asked for again, until each has an outcome", async () => {
  const { publish, asked } = slowServer();
  expect(await publishAll(members, publish)).toEqual(members.map(({ id }) => published(id)));
  expect(asked).toEqual([3, 2, 1]);
});

test("what is published stands where a later answer is lost, and the rest is told as not known to be", async () => {
  const [first, ...rest] = await publishAll(members, slowServer(1).publish);
  expect(first).toEqual(published(members[0]?.id as SeriesMember["id"]));
  expect(rest.map(({ refusal }) => refusal)).toEqual(["unavailable", "unavailable"]);
  await expect(publishAll(members, slowServer(0).publish), "nothing is known at all").rejects.toThrow("no answer");
});
