import { counted, type FirewallOptions, firewallMetric, firewallRules } from "./firewall.ts";
import { consoleHeaders, publicHeaders } from "./response-headers.ts";
import { type Hostname, isPermanent, settings } from "./stage.ts";

/** The header in which the edge tells a function who asks. It is set on every request, whatever a visitor sends under its name. */
export const clientAddressHeader = "x-viewer-ip";
const tellsWhoAsks = `event.request.headers["${clientAddressHeader}"]={value:event.viewer.ip};`;

/** The console is below /admin; whoever types the hostname alone is led there. */
const leadsToConsole = `if(event.request.uri==="/")return{statusCode:302,statusDescription:"Found",headers:{location:{value:"/admin/"},"cache-control":{value:"no-store"}}};`;

/** Long enough to find out who was shut out, and no longer: it is the one log that holds addresses of visitors. */
const firewallLogDays = 30;

interface EdgeOptions {
  host: Hostname | undefined;
  headers: aws.cloudfront.ResponseHeadersPolicy;
  atFirst: string;
  firewall: Omit<FirewallOptions, "name">;
}

/**
 * A door to the world. Functions behind it can be called by it alone (`oac`), and forms without a script still post, since the
 * edge itself signs their bodies. Public site and console have one each: no cookie, no limit and no header is shared.
 */
function edge(name: string, { host, headers, atFirst, firewall }: EdgeOptions): sst.aws.Router {
  return new sst.aws.Router(name, {
    ...(host ? { domain: host.certificate ? { name: host.name, dns: false as const, cert: host.certificate } : host.name } : {}),
    protection: "oac-with-edge-signing",
    edge: { viewerRequest: { injection: atFirst } },
    ...(isPermanent
      ? {
          waf: {
            // Paths and queries hold secret links and codes of a sign-in: they are in no log, here as elsewhere.
            logging: { include: "blocked" as const, redact: { queryString: true, uriPath: true, headers: ["cookie", "authorization"] } },
          },
        }
      : {}),
    transform: {
      waf: (args) => {
        args.rules = firewallRules({ name, ...firewall });
        args.visibilityConfig = counted(firewallMetric(name));
      },
      wafLogGroup: (args) => {
        args.retentionInDays = firewallLogDays;
      },
      cdn: (args) => {
        args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behavior) => ({ ...behavior, responseHeadersPolicyId: headers.id }));
        args.transform = {
          distribution: (distribution) => {
            distribution.httpVersion = "http2and3";
            distribution.isIpv6Enabled = true;
            // North America and Europe: nobody else signs up for a workplace tour in New York.
            distribution.priceClass = "PriceClass_100";
          },
        };
      },
    },
  });
}

export const publicRouter = edge("PublicRouter", {
  host: settings.publicHost,
  headers: publicHeaders,
  atFirst: tellsWhoAsks,
  firewall: { ratePerAddress: 12_000, changesPerAddress: 2_000 },
});

export const consoleRouter = edge("ConsoleRouter", {
  host: settings.consoleHost,
  headers: consoleHeaders,
  atFirst: `${leadsToConsole}${tellsWhoAsks}`,
  // An office is one address, and each list or roster in sight asks what changed every second, and how many are taken (a post) nearly
  // as often. The code that a provider sends back with the browser may be longer than the common rules like.
  firewall: { ratePerAddress: 40_000, changesPerAddress: 16_000, onlyCounted: ["SizeRestrictions_QUERYSTRING"] },
});
