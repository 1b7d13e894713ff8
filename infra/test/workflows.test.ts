import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resourcesOf } from "./find.ts";
import { root } from "./lay-down.ts";

const folder = join(root, ".github/workflows");
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const textOf = (name: string) => workflows.find((workflow) => workflow.name === name)?.text ?? "";

/** Actions that are not named by a commit, whose tag says which. A tag can be moved to anything. */
const unpinned = (text: string): string[] =>
  [...text.matchAll(/uses:\s*(\S+)(.*)/g)].flatMap(([, action = "", rest = ""]) => {
    if (action.startsWith("./")) return [];
    return /@[0-9a-f]{40}$/.test(action) && /^ # v\d+\.\d+\.\d+$/.test(rest) ? [] : [action];
  });

describe("the workflows", () => {
  it("name every action by its commit, with the version beside it", () => {
    expect(workflows.length).toBeGreaterThan(2);
    for (const { name, text } of workflows) expect(unpinned(text), name).toEqual([]);
    expect(unpinned("  - uses: actions/checkout@v5\n"), "the control").toEqual(["actions/checkout@v5"]);
  });

  it("may read the repository and no more, keep no credentials of it, and never run a fork's code with rights", () => {
    for (const { name, text } of workflows) {
      expect(text, name).toMatch(/\npermissions:\n {2}contents: read\n\n/);
      expect(text, name).not.toContain("pull_request_target");
      const checkouts = text.match(/actions\/checkout@/g)?.length ?? 0;
      expect(text.match(/persist-credentials: false/g)?.length ?? 0, name).toBe(checkouts);
      expect(text, name).not.toMatch(/secrets\./);
    }
  });

  it("take on a role by OpenID where a stage is deployed, and nowhere else", () => {
    const takingOn = workflows.filter(({ text }) => text.includes("configure-aws-credentials")).map(({ name }) => name);
    expect(takingOn).toEqual(["deploy-stage.yml"]);
    // A release of the package proves by OpenID where it was built; no role of ours trusts it.
    const asking = workflows.filter(({ text }) => text.includes("id-token: write")).map(({ name }) => name);
    expect(asking.filter((name) => name !== "release.yml").sort()).toEqual(["deploy-stage.yml", "deploy.yml"]);
    expect(textOf("deploy-stage.yml")).toContain(["role-to-assume: $", "{{ vars.DEPLOY_ROLE }}"].join(""));
  });

  it("deploy what passed on main, production after staging, in an environment each, and one at a time", () => {
    const deploy = textOf("deploy.yml");
    expect(deploy).toContain("github.event.workflow_run.conclusion == 'success' && github.event.workflow_run.event == 'push'");
    expect(deploy).toMatch(/production:\n {4}needs: \[commit, staging\]/);
    // By hand too: a commit of main, whose tests passed.
    expect(deploy).toContain('git merge-base --is-ancestor "$sha" HEAD');
    expect(deploy).toMatch(
      /if: github\.event_name == 'workflow_dispatch'\n[\s\S]*gh run list --workflow ci\.yml --branch main --commit "\$SHA" --status success/,
    );
    const stage = textOf("deploy-stage.yml");
    expect(stage).toContain(["environment: $", "{{ inputs.stage }}"].join(""));
    expect(stage).toContain("cancel-in-progress: false");
    expect(stage.indexOf("pnpm@12.21.0 build")).toBeLessThan(stage.indexOf("aws-actions/configure-aws-credentials"));
  });

  it("tell a stage everything that it asks its environment for", () => {
    const source = readFileSync(join(root, "infra/stage.ts"), "utf8");
    const asked = new Set([...source.matchAll(/(?:process\.env\.|(?:told|hostnameIn|wordsIn|numberIn)\(")([A-Z_]+)/g)].map(([, name]) => name ?? ""));
    for (const host of ["PUBLIC_HOST", "CONSOLE_HOST"]) asked.add(`${host}_CERTIFICATE`);
    expect(asked.size).toBeGreaterThan(9);
    const operations = readFileSync(join(root, "docs/operations.md"), "utf8");
    for (const name of asked) {
      expect(textOf("deploy-stage.yml"), name).toContain([`${name}: $`, `{{ vars.${name} }}`].join(""));
      expect(operations, name).toContain(name);
    }
  });

  it("use a role that trusts the stage's own environment, reads nobody's data and cannot widen itself", () => {
    const role = readFileSync(join(root, "infra/deploy-role.yaml"), "utf8");
    expect(role).toContain(["token.actions.githubusercontent.com:sub: !Sub repo:$", "{Repository}:environment:$", "{Stage}"].join(""));
    expect(role).toMatch(/Sid: NobodysData\n\s+Effect: Deny/);
    expect(role).toMatch(/Sid: NotItself\n\s+Effect: Deny/);
    expect(role).not.toMatch(/AdministratorAccess|Action: "?\*"?/);
  });

  it("use a role that may make each kind of thing that the program makes, and is granted no service besides", () => {
    const role = readFileSync(join(root, "infra/deploy-role.yaml"), "utf8");
    const [, allowed = ""] = /Sid: WhatTheProgramMakes([\s\S]*?)- Sid: NobodysData/.exec(role) ?? [];
    const granted = new Set([...allowed.matchAll(/\b([a-z0-9-]+):(?:\*|[A-Z]\w+)/g)].map(([, service = ""]) => service));
    // Logs are CloudWatch's in the provider and a service of their own in IAM; the mail service has two names there.
    const serviceOf = (type: string) => (/^aws:cloudwatch\/log/.test(type) ? "logs" : (/^aws:(\w+)/.exec(type)?.[1] ?? "").replace("sesv2", "ses"));
    const made = new Set(resourcesOf("production").flatMap(({ type }) => (type.startsWith("aws:") ? [serviceOf(type)] : [])));
    expect([...made].filter((service) => !granted.has(service))).toEqual([]);
    // What SST itself keeps: its parameters, its images, and which hostname leads where.
    expect([...granted].filter((service) => !made.has(service)).sort()).toEqual(["cloudfront-keyvaluestore", "ecr", "ssm"]);
  });
});
