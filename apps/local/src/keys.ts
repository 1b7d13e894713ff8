import { generateKeyPairSync, type JsonWebKey, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Secrets } from "@cte-partnerships/api/local";

/** Everything secret on this machine, made by chance at the first start and kept readable for its owner alone. */
export interface Keys {
  /**
   * The database listens on every address of the machine and cannot be told otherwise. Each access key is a database of
   * its own there, so a random one is what keeps others out.
   */
  database: { accessKeyId: string; secretAccessKey: string };
  secrets: Secrets;
  openid: {
    clientSecret: string;
    /** Kept, since the port is part of the issuer's name, and people are known by it. */
    port: number;
    cookieKey: string;
    signingKey: JsonWebKey;
  };
}

const chance = (bytes: number) => randomBytes(bytes).toString("hex");

export function makeKeys(openIdPort: number): Keys {
  const ring = () => [{ id: 1, key: chance(32) }];
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    database: { accessKeyId: `local${chance(16)}`, secretAccessKey: chance(20) },
    secrets: { addressKey: chance(32), links: ring(), forms: ring(), cookies: ring() },
    openid: {
      clientSecret: chance(32),
      port: openIdPort,
      cookieKey: chance(32),
      signingKey: { ...privateKey.export({ format: "jwk" }), kid: chance(4), use: "sig", alg: "RS256" },
    },
  };
}

export function readKeys(file: string): Keys | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

export function saveKeys(file: string, keys: Keys): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
}
