import { createDecipheriv } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * What the deployment linked to this function, by name: SST seals it into a file of the function's own folder, so that no
 * secret is shown where a function's environment is. A command that is run in `sst shell` finds the same in its environment.
 */
export function linkedTo(environment: NodeJS.ProcessEnv): (name: string) => unknown {
  let sealed: Readonly<Record<string, unknown>> | undefined;
  return (name) => {
    const told = environment[`SST_RESOURCE_${name}`];
    if (told !== undefined) return JSON.parse(told);
    sealed ??= unseal(environment);
    return Object.hasOwn(sealed, name) ? sealed[name] : undefined;
  };
}

const tagBytes = 16;

/** As SST seals it (pkg/runtime of its source): AES-256-GCM, a nonce of zeros, the tag at the end. */
function unseal({ SST_KEY, SST_KEY_FILE }: NodeJS.ProcessEnv): Record<string, unknown> {
  if (!SST_KEY || !SST_KEY_FILE) return {};
  const sealed = readFileSync(SST_KEY_FILE);
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(SST_KEY, "base64"), Buffer.alloc(12));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]).toString("utf8"));
}
