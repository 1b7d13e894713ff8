import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allOf, one, resourcesOf } from "./find.ts";
import { root } from "./lay-down.ts";

const distribution = (name: string) => one("production", "aws:cloudfront/distribution:Distribution", `${name}CdnDistribution`).inputs;
const behavior = (name: string) => distribution(name).defaultCacheBehavior as Record<string, unknown>;
const routers = ["PublicRouter", "ConsoleRouter"] as const;

describe("the functions behind the edge", () => {
  it("can be called by their own distribution and by nobody else", () => {
    for (const [name, router] of [
      ["PublicApi", "PublicRouter"],
      ["AdminApi", "ConsoleRouter"],
    ] as const) {
      expect(one("production", "aws:lambda/functionUrl:FunctionUrl", `${name}Url`).inputs).toMatchObject({ authorizationType: "AWS_IAM" });
      const permissions = allOf("production", "aws:lambda/permission:Permission").filter((permission) => permission.name.startsWith(name));
      expect(permissions).toHaveLength(2);
      for (const { inputs } of permissions) {
        expect(inputs).toMatchObject({
          principal: "cloudfront.amazonaws.com",
          sourceArn: `arn:aws:cloudfront::123456789012:distribution/${router}CdnDistribution`,
        });
      }
    }
    expect(allOf("production", "aws:lambda/functionUrl:FunctionUrl")).toHaveLength(2);
    expect(allOf("production", "aws:lambda/permission:Permission")).toHaveLength(4);
  });

  it("allow no origin by CORS of their own: what other sites may read, the application says", () => {
    for (const { inputs } of allOf("production", "aws:lambda/functionUrl:FunctionUrl")) expect(inputs.cors).toBeUndefined();
  });

  it("get bodies signed at the edge, so that a form without a script can be sent", () => {
    for (const name of routers) expect(behavior(name).lambdaFunctionAssociations).toMatchObject([{ eventType: "origin-request", includeBody: true }]);
  });

  it("are open to nobody anywhere else: no policy names everybody as principal", () => {
    for (const { type, name, inputs } of resourcesOf("production")) {
      if (/Policy:|permission:/.test(type) && JSON.stringify(inputs).includes('"principal":"*"')) throw new Error(name);
    }
  });
});

describe("who asks", () => {
  it("is told by the edge on every request, before anything else looks at it", () => {
    for (const name of routers) {
      const { code } = one("production", "aws:cloudfront/function:Function", `${name}CloudfrontFunctionRequest`).inputs as { code: string };
      const says = 'event.request.headers["x-viewer-ip"]={value:event.viewer.ip};';
      expect(code).toContain(says);
      expect(code.indexOf(says)).toBeLessThan(code.indexOf("setUrlOrigin("));
      // CloudFront takes ten kilobytes and no more, and SST's own part is most of it.
      expect(Buffer.byteLength(code)).toBeLessThan(10_240);
    }
    for (const name of ["PublicApi", "AdminApi"]) {
      expect(one("production", "aws:lambda/function:Function", `${name}Function`).inputs).toMatchObject({
        environment: { variables: { CLIENT_ADDRESS_HEADER: "x-viewer-ip" } },
      });
    }
  });
});

describe("public site and console", () => {
  it("stand on hostnames of their own, over TLS 1.2 at least, IPv6 too", () => {
    expect(routers.map((name) => distribution(name).aliases)).toEqual([["events.example.org"], ["console.example.org"]]);
    for (const name of routers) {
      expect(distribution(name)).toMatchObject({ viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2021" }, isIpv6Enabled: true });
      expect(behavior(name)).toMatchObject({ viewerProtocolPolicy: "redirect-to-https" });
    }
    const origins = ["PublicApi", "AdminApi"].map(
      (name) => (one("production", "aws:lambda/function:Function", `${name}Function`).inputs.environment as { variables: Record<string, string> }).variables,
    );
    for (const { PUBLIC_ORIGIN, CONSOLE_ORIGIN } of origins)
      expect([PUBLIC_ORIGIN, CONSOLE_ORIGIN]).toEqual(["https://events.example.org", "https://console.example.org"]);
  });

  it("have certificates of their own where the zone is kept elsewhere, and no record is set for them", () => {
    const viewer = (name: string) =>
      (one("elsewhere", "aws:cloudfront/distribution:Distribution", `${name}CdnDistribution`).inputs.viewerCertificate as { acmCertificateArn: string })
        .acmCertificateArn;
    expect(routers.map(viewer)).toEqual(["arn:aws:acm:us-east-1:123456789012:certificate/public", "arn:aws:acm:us-east-1:123456789012:certificate/console"]);
    expect(allOf("elsewhere", "aws:route53/record:Record")).toEqual([]);
    expect(allOf("production", "aws:route53/record:Record").length, "the control").toBeGreaterThan(6);
  });

  it("keep the console's files for a year where their names tell their content, and ask anew for the page", () => {
    const { files } = one("production", "pulumi-nodejs:dynamic:Resource", "ConsoleAssetFiles.sst.aws.BucketFiles").inputs as {
      files: { key: string; cacheControl: string }[];
    };
    expect(Object.fromEntries(files.map(({ key, cacheControl }) => [key, cacheControl]))).toEqual({
      "admin/assets/main.js": "public, max-age=31536000, immutable",
      "admin/index.html": "no-cache",
      "admin/favicon.svg": "no-cache",
    });
  });

  it("lead /admin to the console's files, its page for every path that is none, and all else to its function", () => {
    const entries = ["AdminApi", "Console"].map(
      (name) => one("production", "pulumi-nodejs:dynamic:Resource", `${name}RoutesUpdate.sst.aws.KvRoutesUpdate`).inputs.entry,
    );
    expect(entries).toEqual([expect.stringMatching(/^url,\w+,,$/), expect.stringMatching(/^site,\w+,,\/admin$/)]);
    const { entries: kept } = one("production", "pulumi-nodejs:dynamic:Resource", "ConsoleKvKeys.sst.aws.KvKeys").inputs as { entries: { metadata: string } };
    expect(JSON.parse(kept.metadata)).toMatchObject({ base: "/admin", custom404: "/index.html", s3: { routes: ["/assets"] } });
    expect(one("production", "aws:cloudfront/function:Function", "ConsoleRouterCloudfrontFunctionRequest").inputs.code).toContain('location:{value:"/admin/"}');
  });
});

describe("headers", () => {
  const policy = (name: string) =>
    one("production", "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", name).inputs as {
      securityHeadersConfig: { contentSecurityPolicy: { contentSecurityPolicy: string; override: boolean } };
    };

  it("of the functions stand; files get the console's policy, the same as on one machine", () => {
    const { contentSecurityPolicy, override } = policy("ConsoleHeaders").securityHeadersConfig.contentSecurityPolicy;
    expect(override).toBe(false);
    const onOneMachine = /const policy = \[(.*?)\]\.join/s.exec(readFileSync(join(root, "apps/local/src/console.ts"), "utf8"))?.[1] ?? "";
    expect(contentSecurityPolicy.split("; ")).toEqual([...onOneMachine.matchAll(/"([^"]+)"/g)].map(([, directive]) => directive));
    expect(policy("PublicHeaders").securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy).toContain("default-src 'none'");
  });

  it("ask for a year of https everywhere", () => {
    for (const name of ["PublicHeaders", "ConsoleHeaders"]) {
      expect(policy(name)).toMatchObject({
        securityHeadersConfig: {
          strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, includeSubdomains: true, override: true },
          contentTypeOptions: { override: true },
        },
      });
    }
    expect(routers.map((name) => behavior(name).responseHeadersPolicyId)).toEqual(["PublicHeaders-id", "ConsoleHeaders-id"]);
  });
});

describe("the firewall", () => {
  interface Rule {
    name: string;
    action?: object;
    overrideAction?: object;
    statement: {
      rateBasedStatement?: { limit: number; evaluationWindowSec: number };
      managedRuleGroupStatement?: { name: string; ruleActionOverrides?: { name: string; actionToUse: object }[] };
    };
  }
  const rules = (name: string) => one("production", "aws:wafv2/webAcl:WebAcl", `${name}Waf`).inputs.rules as Rule[];

  it.each(routers)("of %s limits an address, blocks what Amazon's rules know, and only counts where people write", (name) => {
    expect(distribution(name).webAclId).toContain(`${name}Waf`);
    const [all, changes, common, bad] = rules(name);
    expect(all).toMatchObject({ name: "RatePerAddress", action: { block: {} }, statement: { rateBasedStatement: { evaluationWindowSec: 300 } } });
    expect(changes?.statement.rateBasedStatement?.limit).toBeLessThan(all?.statement.rateBasedStatement?.limit ?? 0);
    expect(common).toMatchObject({ overrideAction: { none: {} }, statement: { managedRuleGroupStatement: { name: "AWSManagedRulesCommonRuleSet" } } });
    expect(bad).toMatchObject({ overrideAction: { none: {} }, statement: { managedRuleGroupStatement: { name: "AWSManagedRulesKnownBadInputsRuleSet" } } });
    const counted = common?.statement.managedRuleGroupStatement?.ruleActionOverrides ?? [];
    for (const { actionToUse } of counted) expect(actionToUse).toEqual({ count: {} });
    const names = counted.map((rule) => rule.name);
    expect(names).toEqual(
      expect.arrayContaining(["SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "EC2MetaDataSSRF_BODY"]),
    );
    expect(names.includes("SizeRestrictions_QUERYSTRING"), "a provider's code may be long").toBe(name === "ConsoleRouter");
  });

  it("lets a whole school sign up from one address: the application's own limit is lower", () => {
    // 400 a minute by client (apps/api/src/rate), five minutes long; each sign-up is a page and a post at least.
    for (const name of routers) expect(rules(name)[1]?.statement.rateBasedStatement?.limit).toBeGreaterThanOrEqual(2000);
  });

  it("lets a whole office follow its list of events from one address", () => {
    const [all, changes] = rules("ConsoleRouter").map(({ statement }) => statement.rateBasedStatement?.limit ?? 0);
    // Five minutes of the console's features/event: held-events-query.ts asks each second, and use-event-numbers.ts posts each 1.5.
    const [asked, posted] = [300, 200];
    const people = 60;
    expect(all).toBeGreaterThanOrEqual(people * (asked + posted));
    expect(changes).toBeGreaterThanOrEqual(people * posted);
  });

  it.each(routers)("of %s logs what it blocked without path, query, cookie or authorization", (name) => {
    const { redactedFields, loggingFilter } = one("production", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", `${name}WafLogging`).inputs;
    expect(redactedFields).toEqual([{ queryString: {} }, { uriPath: {} }, { singleHeader: { name: "cookie" } }, { singleHeader: { name: "authorization" } }]);
    expect(loggingFilter).toMatchObject({ defaultBehavior: "DROP" });
    expect(one("production", "aws:cloudwatch/logGroup:LogGroup", `${name}WafLogGroup`).inputs).toMatchObject({ retentionInDays: 30 });
  });

  it.each(routers)("of %s keeps no sample of what it let through or stopped: their addresses hold secret links", (name) => {
    const { visibilityConfig, rules: each } = one("production", "aws:wafv2/webAcl:WebAcl", `${name}Waf`).inputs as {
      visibilityConfig: object;
      rules: { visibilityConfig: object }[];
    };
    for (const config of [visibilityConfig, ...each.map((rule) => rule.visibilityConfig)])
      expect(config).toMatchObject({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false });
  });

  it("stands before permanent stages alone: it costs more than a stage of one's own does", () => {
    expect(allOf("development", "aws:wafv2/webAcl:WebAcl")).toEqual([]);
    expect(allOf("elsewhere", "aws:wafv2/webAcl:WebAcl")).toHaveLength(2);
  });
});
