import { isIP } from "node:net";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import type { HttpEnv } from "./frame.ts";

/**
 * Who asks, as far as limits are concerned: an IPv4 address, or an IPv6 network of one customer (/64). Taken from the
 * header that the deployment's edge sets, where it names one, and never from a header that anybody can send.
 */
export function clientOf(c: Context<HttpEnv>, { config }: Pick<Deps, "config">): string {
  const told = config.clientAddressHeader ? c.req.header(config.clientAddressHeader) : c.env?.incoming?.socket?.remoteAddress;
  return networkOf(told?.trim() ?? "");
}

/** Also takes an address with a port, as CloudFront tells it. */
export function networkOf(told: string): string {
  const address = isIP(told) ? told : told.slice(0, Math.max(0, told.lastIndexOf(":"))).replace(/^\[|\]$/g, "");
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return "unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
