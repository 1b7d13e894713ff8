import { describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { grantByHand } from "./grant-by-hand.ts";
import { findUser, findUserIdOf } from "./user-store.ts";

const person = { issuer: "https://login.example", subject: "00u1" };

describe("granting by hand", () => {
  it("makes a person known who was not, gives each role once, and refuses what the agency does not have before it writes", async () => {
    const deps = await testDeps();
    const refusal = async (words: object) => {
      const answer = await grantByHand(deps, { ...person, role: "director", scope: "city", ...words });
      return answer.ok ? "given" : answer.refusal.code;
    };
    expect(await refusal({ issuer: "login.example" })).toBe("issuer_invalid");
    expect(await refusal({ subject: "" })).toBe("subject_missing");
    expect(await refusal({ role: "owner" })).toBe("role_unknown");
    expect(await refusal({ scope: "sch_nowhere" })).toBe("scope_unknown");
    expect(await findUserIdOf(deps, person)).toBeUndefined();

    const first = await grantByHand(deps, { ...person, role: "director", scope: "city", name: "Dana Example" });
    const again = await grantByHand(deps, { ...person, role: "director", scope: "city" });
    const school = await grantByHand(deps, { ...person, role: "viewer", scope: "sch_harbor-high" });
    expect(first).toMatchObject({ ok: true, value: { isNewUser: true } });
    expect(again).toMatchObject({ ok: true, value: { isNewUser: false, grantId: first.ok && first.value.grantId } });
    expect(school.ok).toBe(true);
    const userId = await findUserIdOf(deps, person);
    const found = userId && (await findUser(deps, userId));
    expect(found && [found.user.name, found.grants.map(({ role, scope }) => [role, scope.kind]).sort()]).toEqual([
      "Dana Example",
      [
        ["director", "city"],
        ["viewer", "school"],
      ],
    ]);
  });
});
