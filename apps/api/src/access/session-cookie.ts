import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { Deps } from "../deps.ts";

type Config = Pick<Deps["config"], "consoleOrigin">;

/**
 * The prefix makes browsers refuse the cookie unless it is secure, of this host alone and for every path. Over plain http,
 * where the console runs on somebody's own machine, some browsers take no secure cookie at all, also from a loopback
 * address: there it is a plain one. A console behind https never reads the plain name.
 */
function cookiesAt({ consoleOrigin }: Config): { session: string; signIn: string; options: CookieOptions } {
  const secure = !consoleOrigin.startsWith("http://");
  const prefix = secure ? "__Host-" : "";
  return { session: `${prefix}session`, signIn: `${prefix}sign-in`, options: { path: "/", secure, httpOnly: true, sameSite: "Lax" } };
}

export const sessionSecretOf = (c: Context, config: Config): string | undefined => getCookie(c, cookiesAt(config).session);

export function setSessionCookie(c: Context, config: Config, secret: string): void {
  const { session, options } = cookiesAt(config);
  setCookie(c, session, secret, options);
}

export function clearSessionCookie(c: Context, config: Config): void {
  const { session, options } = cookiesAt(config);
  deleteCookie(c, session, options);
}

export const signInCookieOf = (c: Context, config: Config): string | undefined => getCookie(c, cookiesAt(config).signIn);

export function setSignInCookie(c: Context, config: Config, sealed: string, seconds: number): void {
  const { signIn, options } = cookiesAt(config);
  setCookie(c, signIn, sealed, { ...options, maxAge: seconds });
}

export function clearSignInCookie(c: Context, config: Config): void {
  const { signIn, options } = cookiesAt(config);
  deleteCookie(c, signIn, options);
}
