// Every page but the one to sign in at begins with who is signed in: that is asked while the scripts come, and not after they have.
if (!location.pathname.endsWith("/sign-in")) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", href: "/api/admin/me", crossOrigin: "anonymous" }));
}
