/** As much of a browser as a sign-in needs: cookies by host, and redirects followed one at a time. */
export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  readonly #ask: (url: URL, init: RequestInit) => Promise<Response>;

  /** @param ask answers for the console's origin; every other address is asked over the network */
  constructor(consoleOrigin: string, ask: (url: URL, init: RequestInit) => Promise<Response>) {
    this.#ask = (url, init) => (url.origin === consoleOrigin ? ask(url, init) : fetch(url, init));
  }

  jar(url: URL): Map<string, string> {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    return jar;
  }

  async go(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const jar = this.jar(url);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await this.#ask(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects until `isThere`, which says whether to stop before going to an address, or until there is none. */
  async follow(address: string | URL, isThere: (url: URL) => boolean = () => false): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    for (let steps = 0; steps < 12; steps++) {
      const response = await this.go(url);
      const location = response.headers.get("location");
      if (!location) return { url, response };
      url = new URL(location, url);
      if (isThere(url)) return { url, response };
    }
    throw new Error("too many redirects");
  }
}
