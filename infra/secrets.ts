/**
 * Set with `sst secret set <Name> <value> --stage <stage>`, kept encrypted in the account. Each function gets its own, sealed
 * into a file of its bundle. How each is rotated: docs/operations.md.
 */
const secrets = {
  /** Turns addresses into keys. At least 32 characters, chosen once: the keys of sign-ups stand on it. */
  AddressKey: new sst.Secret("AddressKey"),
  /** Rings as JSON, newest first: [{"id":2,"key":"…"},{"id":1,"key":"…"}]. The first signs, all verify. */
  LinkKeys: new sst.Secret("LinkKeys"),
  FormKeys: new sst.Secret("FormKeys"),
  CookieKeys: new sst.Secret("CookieKeys"),
  /** The provider that says who the office's people are, and how the console names itself to it. */
  OpenIdIssuer: new sst.Secret("OpenIdIssuer"),
  OpenIdClientId: new sst.Secret("OpenIdClientId"),
  OpenIdClientSecret: new sst.Secret("OpenIdClientSecret"),
};

type SecretName = keyof typeof secrets;

/** Who is handed what: the same table as in the code that asks for them (apps/api/src/lambda/handed-secrets.ts). */
const handed = {
  PublicApi: ["AddressKey", "LinkKeys", "FormKeys"],
  AdminApi: ["AddressKey", "FormKeys", "CookieKeys", "OpenIdIssuer", "OpenIdClientId", "OpenIdClientSecret"],
  Stream: [],
  Mailer: ["AddressKey", "LinkKeys"],
  Schedule: [],
  Bounces: ["AddressKey"],
} as const satisfies Record<string, readonly SecretName[]>;

export const secretsOf = (name: keyof typeof handed) => handed[name].map((secret: SecretName) => secrets[secret]);
