import { EncryptJWT, jwtDecrypt } from "jose";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { sign } from "../secrets.ts";

/** A sign-in under way, from leaving for the provider until coming back. */
export const SignInUnderWay = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() });
export type SignInUnderWay = z.infer<typeof SignInUnderWay>;

export const signInLastsSeconds = 600;

type Keys = Pick<Deps, "secrets" | "now">;

const keyOf = (key: string) => new Uint8Array(sign(key, "sign-in cookie, A256GCM"));
const issuer = "sign-in";

/** Seals it for the browser to keep: unreadable and unchangeable there, and worth nothing after ten minutes. */
export async function sealSignIn({ secrets, now }: Keys, underWay: SignInUnderWay): Promise<string> {
  const [newest] = secrets.cookies;
  if (!newest) throw new Error("there is no key to seal cookies with");
  const issuedAt = Math.floor(Date.parse(now()) / 1000);
  return new EncryptJWT(underWay)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: String(newest.id) })
    .setIssuer(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + signInLastsSeconds)
    .encrypt(keyOf(newest.key));
}

/** What was sealed here less than ten minutes ago; absent for anything else. */
export async function openSignIn({ secrets, now }: Keys, sealed: string): Promise<SignInUnderWay | undefined> {
  try {
    const { payload } = await jwtDecrypt(
      sealed,
      ({ kid }) => {
        const key = secrets.cookies.find((known) => String(known.id) === kid);
        if (!key) throw new Error("unknown key");
        return keyOf(key.key);
      },
      { issuer, keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"], currentDate: new Date(now()), requiredClaims: ["exp", "iat"] },
    );
    return SignInUnderWay.safeParse(payload).data;
  } catch {
    return undefined;
  }
}
