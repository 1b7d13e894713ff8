import { generateKeyPairSync, type JsonWebKey, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Secrets } from "@cte-partnerships/api/local";
import { Plain } from "./plain.ts";

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
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    // Made anew by ourselves, they would open none of the data that are there.
    throw new Plain(`The keys in ${file} cannot be read: put back a copy of the file, or begin again without the data that were kept: npm start -- --reset`);
  }
}

export function saveKeys(file: string, keys: Keys): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Renamed into place: a crash leaves the earlier keys or these, never half of them.
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
