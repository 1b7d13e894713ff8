import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import type { AdminEnv } from "./admin-env.ts";
import { authenticate } from "./authenticate.ts";
import { beginSession } from "./begin-session.ts";
import { makeFirstDirector } from "./first-director.ts";
import { ConsoleNotKnown, type OpenId, ProviderGone, SignInRefused } from "./openid.ts";
import { refuseCrossSite } from "./refuse-cross-site.ts";
import { registerUser } from "./register-user.ts";
import { safeReturnTo } from "./return-to.ts";
import { openSignIn, sealSignIn, signInLastsSeconds } from "./sealed-sign-in.ts";
import { clearSessionCookie, clearSignInCookie, sessionSecretOf, setSessionCookie, setSignInCookie, signInCookieOf } from "./session-cookie.ts";
import { answerPage, badAddressPage, consoleNotKnownPage, providerGonePage, refusedPage } from "./sign-in-pages.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";

/**
 * Signing in to the console and out of it: OpenID Connect, with the tokens on the server alone. The browser is given a
 * cookie that no script can read, and nothing else.
 */
export function signInRoutes(deps: Deps, openId: OpenId) {
  const { consoleOrigin } = deps.config;
  const app = new Hono<AdminEnv>();
  app.use(async (c, next) => {
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    await next();
  });

  app.get("/sign-in", async (c) => {
    const returnTo = safeReturnTo(c.req.query("returnTo"), consoleOrigin);
    if (returnTo === undefined) return answerPage(c, 400, badAddressPage);
    const { url, underWay } = await openId.begin();
    setSignInCookie(c, deps.config, await sealSignIn(deps, { ...underWay, returnTo }), signInLastsSeconds);
    return c.redirect(url.href, 303);
  });

  app.get("/callback", async (c) => {
    // Without the cookie of a sign-in that began in this browser, somebody else's would be ended here.
    const sealed = signInCookieOf(c, deps.config);
    const underWay = sealed === undefined ? undefined : await openSignIn(deps, sealed);
    if (!underWay) throw new SignInRefused("no_sign_in_under_way");
    clearSignInCookie(c, deps.config);
    // Our own address as configured, never as the request's Host header says.
    const person = await openId.finish(new URL(`/auth/callback${new URL(c.req.url).search}`, consoleOrigin), underWay);
    const user = await registerUser(deps, { ...person, by: { kind: "system", part: "sign-in" } });
    await makeFirstDirector(deps, user.id, person);
    const before = sessionSecretOf(c, deps.config);
    if (before !== undefined) await signOut(deps, before);
    setSessionCookie(c, deps.config, await beginSession(deps, user, person.verifiedAddress));
    deps.log.info("signed in", { requestId: c.get("requestId"), userId: user.id });
    return c.redirect(underWay.returnTo, 303);
  });

  app.post("/sign-out", authenticate(deps), refuseCrossSite(deps), async (c) => {
    const secret = sessionSecretOf(c, deps.config);
    if (secret !== undefined) await signOut(deps, secret);
    clearSessionCookie(c, deps.config);
    return c.body(null, 204);
  });

  app.post("/sign-out-everywhere", authenticate(deps), refuseCrossSite(deps), async (c) => {
    await signOutEverywhere(deps, c.get("actor").userId, c.get("actor").userId);
    clearSessionCookie(c, deps.config);
    return c.body(null, 204);
  });

  app.onError((error, c) => {
    if (error instanceof SignInRefused) {
      deps.log.info("sign-in refused", { requestId: c.get("requestId"), reason: error.reason });
      clearSignInCookie(c, deps.config);
      return answerPage(c, 400, refusedPage);
    }
    if (error instanceof ProviderGone) {
      deps.log.error("the OpenID provider does not answer", { requestId: c.get("requestId") });
      return answerPage(c, 503, providerGonePage);
    }
    // Nobody can mend this by signing in again: it has an alarm of its own (infra/alarms.ts).
    if (error instanceof ConsoleNotKnown) {
      deps.log.error("the OpenID provider does not know the console", { requestId: c.get("requestId"), reason: error.message });
      clearSignInCookie(c, deps.config);
      return answerPage(c, 503, consoleNotKnownPage);
    }
    throw error;
  });
  return app;
}
