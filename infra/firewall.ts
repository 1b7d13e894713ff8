/** What the edge lets nobody do. Pure data: SST makes the firewall, these are its rules. */

type Rule = NonNullable<$util.UnwrappedObject<{ rules: aws.types.input.wafv2.WebAclRule[] }>["rules"]>[number];

const fiveMinutes = 300;

/** Rules of Amazon's common set that look into what people write. They only count: a school is allowed to be named "O'Neill <3". */
const lookingIntoBodies = ["SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "EC2MetaDataSSRF_BODY"];

/** Counted, and no request kept to look at: Amazon's samples hold whole addresses, and with them secret links. */
export const counted = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });

/** Under what name the firewall of an edge is counted as a whole. */
export const firewallMetric = (edge: string) => `${edge}Waf`;

export interface FirewallOptions {
  name: string;
  /** Requests from one address in five minutes. A whole school may come from one. */
  ratePerAddress: number;
  /** Posts, puts and deletes from one address in five minutes. */
  changesPerAddress: number;
  /** Rules of the common set that count and do not block, besides those that look into bodies. */
  onlyCounted?: readonly string[];
}

/**
 * Limits by address, Amazon's common rules and its list of known attacks. Its rules against SQL are left out: there is none
 * here, and a person may well be called Drop Table.
 */
export function firewallRules({ name, ratePerAddress, changesPerAddress, onlyCounted = [] }: FirewallOptions): Rule[] {
  const seen = (rule: string) => counted(`${name}${rule}`);
  const rate = (limit: number) => ({ limit, aggregateKeyType: "IP", evaluationWindowSec: fiveMinutes });
  const reading = (method: string) => ({
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: "EXACTLY",
      searchString: method,
      textTransformations: [{ priority: 0, type: "NONE" }],
    },
  });
  return [
    {
      name: "RatePerAddress",
      priority: 0,
      action: { block: {} },
      statement: { rateBasedStatement: rate(ratePerAddress) },
      visibilityConfig: seen("RatePerAddress"),
    },
    {
      name: "ChangesPerAddress",
      priority: 1,
      action: { block: {} },
      statement: {
        rateBasedStatement: {
          ...rate(changesPerAddress),
          scopeDownStatement: { notStatement: { statements: [{ orStatement: { statements: ["GET", "HEAD"].map(reading) } }] } },
        },
      },
      visibilityConfig: seen("ChangesPerAddress"),
    },
    {
      name: "CommonRules",
      priority: 2,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS",
          name: "AWSManagedRulesCommonRuleSet",
          ruleActionOverrides: [...lookingIntoBodies, ...onlyCounted].map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        },
      },
      visibilityConfig: seen("CommonRules"),
    },
    {
      name: "KnownBadInputs",
      priority: 3,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" } },
      visibilityConfig: seen("KnownBadInputs"),
    },
  ];
}
