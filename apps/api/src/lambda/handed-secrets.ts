import * as z from "zod";
import type { Secrets } from "../secrets.ts";

/** The secrets that each function is handed, and no other: what it does not have, it cannot lose. `infra/secrets.ts` links the same. */
export const handed = {
  public: ["addressKey", "links", "forms"],
  admin: ["addressKey", "forms", "cookies"],
  stream: [],
  mailer: ["addressKey", "links"],
  schedule: [],
  bounces: ["addressKey"],
  /** Whoever runs a command of ours on a deployment may do anything there; none of them signs or seals. */
  command: ["addressKey"],
} as const satisfies Record<string, readonly (keyof Secrets)[]>;

export type Deployed = keyof typeof handed;

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" });
    return z.NEVER;
  }
});

const Key = z.string().min(32);
const KeyRing = jsonText.pipe(z.array(z.strictObject({ id: z.int().min(1), key: Key })).min(1));

/** By the names under which the deployment keeps them. */
const kept = {
  addressKey: { name: "AddressKey", schema: Key },
  links: { name: "LinkKeys", schema: KeyRing },
  forms: { name: "FormKeys", schema: KeyRing },
  cookies: { name: "CookieKeys", schema: KeyRing },
} as const;

/** Throws where a secret is missing or too short, and, later, where code asks for one that its function was not handed. */
export function handedSecrets(to: Deployed, linked: (name: string) => unknown): Secrets {
  const secrets = {} as Secrets;
  for (const name of Object.keys(kept) as (keyof Secrets)[]) {
    const value = (handed[to] as readonly string[]).includes(name) ? secretIn(name, linked) : undefined;
    Object.defineProperty(secrets, name, { get: () => value ?? refuse(to, name) });
  }
  return secrets;
}

function secretIn(asked: keyof Secrets, linked: (name: string) => unknown): Secrets[keyof Secrets] {
  const { name, schema } = kept[asked];
  const told = z.object({ value: schema }).safeParse(linked(name));
  // Never the value, and not zod's own words either, which may quote it.
  if (!told.success) throw new Error(`the secret ${name} is missing, or not what it should be`);
  return told.data.value;
}

function refuse(to: Deployed, name: string): never {
  throw new Error(`the function "${to}" was not handed the secret ${name}`);
}
