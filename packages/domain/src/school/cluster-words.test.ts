import { expect, it } from "vitest";
import { clusters } from "../reference/cluster.ts";
import { clusterWords } from "./cluster-words.ts";

it("names every cluster of the framework, in English as the framework does, and no other", () => {
  const labels = Object.fromEntries(clusters.on("2026-11-24").map(({ id, label }) => [`value:${id}`, label]));
  expect(Object.fromEntries(Object.entries(clusterWords).map(([key, { en }]) => [key, en]))).toEqual(labels);
});
