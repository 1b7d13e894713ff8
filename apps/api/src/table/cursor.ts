import * as z from "zod";
import { isSame, type Secrets, sign } from "../secrets.ts";

const Envelope = z.tuple([z.int(), z.string().max(500)]);

/**
 * Where a list goes on, as text that its reader cannot make or read a meaning into: the position, signed together with
 * what was asked for. A cursor from another list, other filters or another person does not open.
 *
 * @param asked everything that the position depends on: the list's name, its filters, who asks
 */
export function sealCursor(secrets: Pick<Secrets, "forms">, asked: string, position: string): string {
  const [newest] = secrets.forms;
  if (!newest) throw new Error("there is no key to sign cursors with");
  const body = Buffer.from(JSON.stringify([newest.id, position])).toString("base64url");
  return `${body}.${signature(newest.key, asked, body).toString("base64url")}`;
}

/** The position in a cursor that `sealCursor` made for the same question; absent for anything else. */
export function openCursor(secrets: Pick<Secrets, "forms">, asked: string, cursor: string): string | undefined {
  const [body = "", mark = "", ...more] = cursor.split(".");
  if (more.length > 0) return undefined;
  const envelope = Envelope.safeParse(jsonIn(body));
  if (!envelope.success) return undefined;
  const [keyId, position] = envelope.data;
  const key = secrets.forms.find((known) => known.id === keyId);
  if (!key || !isSame(Buffer.from(mark, "base64url"), signature(key.key, asked, body))) return undefined;
  return position;
}

const signature = (key: string, asked: string, body: string) => sign(key, "cursor", asked, body);

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
