import { createCipheriv, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Secrets } from "../secrets.ts";
import { depsFromEnvironment } from "./environment.ts";
import { type Deployed, handed } from "./handed-secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "sealed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const long = (letter: string) => letter.repeat(32);
const ring = (letter: string) => JSON.stringify([{ id: 1, key: long(letter) }]);
const all = { AddressKey: long("a"), LinkKeys: ring("l"), FormKeys: ring("f"), CookieKeys: ring("c") };
const nameOf: Record<keyof Secrets, keyof typeof all> = { addressKey: "AddressKey", links: "LinkKeys", forms: "FormKeys", cookies: "CookieKeys" };

const told = {
  TABLE_NAME: "table",
  PUBLIC_ORIGIN: "https://events.example.org",
  CONSOLE_ORIGIN: "https://console.example.org",
  MAIL_FROM: "office@example.org",
};

/** As SST's command writes a function's links beside its code. */
function sealed(links: Record<string, string>): { SST_KEY: string; SST_KEY_FILE: string } {
  const key = randomBytes(32);
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.alloc(12));
  const text = JSON.stringify(Object.fromEntries(Object.entries(links).map(([name, value]) => [name, { type: "sst.sst.Secret", value }])));
  const file = join(folder, `${key.toString("hex").slice(0, 16)}.enc`);
  writeFileSync(file, Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]));
  return { SST_KEY: key.toString("base64"), SST_KEY_FILE: file };
}

const linksOf = (to: Deployed) => Object.fromEntries(handed[to].map((name: keyof Secrets) => [nameOf[name], all[nameOf[name]]]));
const every = Object.keys(handed) as Deployed[];

describe("the secrets of a deployed function", () => {
  it("are those of this table, and the public function's hold nothing of the console", () => {
    expect(handed).toEqual({
      public: ["addressKey", "links", "forms"],
      admin: ["addressKey", "forms", "cookies"],
      stream: [],
      mailer: ["addressKey", "links"],
      schedule: [],
      bounces: ["addressKey"],
      command: ["addressKey"],
    });
  });

  it.each(every)("%s opens what was sealed for it, and asks in vain for any other", (to) => {
    const { secrets } = depsFromEnvironment(to, { ...told, ...sealed(linksOf(to)) });
    for (const name of Object.keys(nameOf) as (keyof Secrets)[]) {
      if ((handed[to] as readonly string[]).includes(name)) expect(secrets[name]).toBeTruthy();
      else expect(() => secrets[name], name).toThrow(`the function "${to}" was not handed the secret ${name}`);
    }
  });

  it("do not become readable by being linked by mistake", () => {
    const { secrets } = depsFromEnvironment("public", { ...told, ...sealed(all) });
    expect(() => secrets.cookies).toThrow("was not handed");
    expect(secrets.links).toEqual([{ id: 1, key: long("l") }]);
  });

  it.each(every.flatMap((to) => handed[to].map((name: keyof Secrets) => [to, name] as const)))(
    "%s does not start without its %s, nor with a short one",
    (to, name) => {
      const without = linksOf(to);
      delete without[nameOf[name]];
      expect(() => depsFromEnvironment(to, { ...told, ...sealed(without) })).toThrow(nameOf[name]);
      const short = name === "addressKey" ? "short" : JSON.stringify([{ id: 1, key: "short" }]);
      expect(() => depsFromEnvironment(to, { ...told, ...sealed({ ...linksOf(to), [nameOf[name]]: short }) })).toThrow(/is missing, or not what it should be$/);
    },
  );

  it("are refused where the file was changed, and never told in the refusal", () => {
    const environment = { ...told, ...sealed(linksOf("public")) };
    writeFileSync(environment.SST_KEY_FILE, randomBytes(400));
    expect(() => depsFromEnvironment("public", environment)).toThrow();
    const unlike = { ...told, ...sealed({ ...linksOf("public"), LinkKeys: '["canary-of-a-key-that-is-long-enough"]' }) };
    expect(() => depsFromEnvironment("public", unlike)).toThrow(expect.not.stringContaining("canary") as never);
  });

  it("come from the environment for a command in `sst shell`, and so do the deployment's settings", () => {
    const shell = {
      SST_RESOURCE_AddressKey: JSON.stringify({ value: all.AddressKey }),
      SST_RESOURCE_Deployment: JSON.stringify({ ...told, type: "sst.sst.Linkable" }),
    };
    expect(depsFromEnvironment("command", shell).config.mailFrom).toBe("office@example.org");
    expect(() => depsFromEnvironment("public", shell), "a function is told, and does not look around").toThrow();
  });
});
