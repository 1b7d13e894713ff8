import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";

// The prefix makes browsers refuse the cookie unless it is secure, of this host alone and for every path. They take it
// over plain http from loopback addresses too.
const sessionName = "__Host-session";
const signInName = "__Host-sign-in";
const options: CookieOptions = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" };

export const sessionSecretOf = (c: Context): string | undefined => getCookie(c, sessionName);
export const setSessionCookie = (c: Context, secret: string): void => setCookie(c, sessionName, secret, options);
export const clearSessionCookie = (c: Context): void => void deleteCookie(c, sessionName, options);

export const signInCookieOf = (c: Context): string | undefined => getCookie(c, signInName);
export const setSignInCookie = (c: Context, sealed: string, seconds: number): void => setCookie(c, signInName, sealed, { ...options, maxAge: seconds });
export const clearSignInCookie = (c: Context): void => void deleteCookie(c, signInName, options);
