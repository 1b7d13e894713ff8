import { describe, expect, it } from "vitest";
import { commissionId, exampleGrant, moments } from "../../test/examples.ts";
import { UserId } from "../shared/id.ts";
import { Instant, minutesAfter } from "../shared/instant.ts";
import { invitationEndsAt, isLastingDirector, mayGive } from "./give.ts";
import { Role } from "./grant.ts";

const { now } = moments;
const [dana, kim] = ["1", "2"].map((digit) => UserId.parse(`usr_01k${digit.repeat(23)}`)) as [UserId, UserId];

describe("mayGive", () => {
  it("gives nobody a role of their own hand, whatever its end", () => {
    for (const expiresAt of [undefined, minutesAfter(now, 1), minutesAfter(now, -1)]) {
      expect(mayGive({ by: dana, to: dana, expiresAt, now })).toEqual({ ok: false, refusal: { code: "own_grant" } });
    }
  });

  it("gives others a role without an end, or with one that is still to come, and with none that is here", () => {
    expect(mayGive({ by: dana, to: kim, now }).ok).toBe(true);
    expect(mayGive({ by: dana, now }).ok, "to somebody who is yet to come").toBe(true);
    expect(mayGive({ by: dana, to: kim, expiresAt: minutesAfter(now, 1), now }).ok).toBe(true);
    for (const minutes of [0, -1]) {
      const given = mayGive({ by: dana, to: kim, expiresAt: minutesAfter(now, minutes), now });
      expect(given).toEqual({ ok: false, refusal: { code: "expiry_not_ahead" } });
    }
  });
});

describe("isLastingDirector", () => {
  it("is a director's grant over the whole city without an end, and no other", () => {
    const city = { kind: "city" } as const;
    const commission = { kind: "commission", commissionId: commissionId() } as const;
    const lasting = Role.options.flatMap((role) =>
      [city, commission].flatMap((scope) => [undefined, now].map((end) => [role, scope.kind, end, isLastingDirector(exampleGrant(role, scope, end))] as const)),
    );
    expect(lasting.filter(([, , , is]) => is)).toEqual([["director", "city", undefined, true]]);
  });
});

describe("invitationEndsAt", () => {
  it("is fourteen days on, to the minute", () => {
    expect(invitationEndsAt(Instant.parse("2026-11-01T15:00:00.000Z"))).toBe("2026-11-15T15:00:00.000Z");
  });
});
