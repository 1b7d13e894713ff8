import { execFileSync } from "node:child_process";
import { cpSync, existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const root = join(process.cwd(), "..", "..");
const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

export interface Earlier {
  commit: string;
  /** How many commits it is behind. */
  behind: number;
  /** Where its functions are, a folder each. */
  functions: string;
  remove(): void;
}

/** The functions of an earlier commit, built beside the work tree with the dependencies of today. */
export function buildEarlier(revision: string, folder: string): Earlier {
  const commit = git("rev-parse", "--short", "--verify", `${revision}^{commit}`);
  const tree = join(folder, "earlier");
  git("worktree", "add", "--quiet", "--detach", tree, commit);
  const remove = () => void git("worktree", "remove", "--force", tree);
  try {
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
    // Links between packages are relative, so that they lead to those of the earlier commit.
    for (const each of ["apps/api", "packages/domain", "packages/interchange", "packages/dynamodb-local"]) {
      const installed = join(root, each, "node_modules");
      if (existsSync(installed)) cpSync(installed, join(tree, each, "node_modules"), { recursive: true, verbatimSymlinks: true });
    }
    execFileSync(process.execPath, ["build.mjs"], { cwd: join(tree, "apps", "api"), stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    remove();
    throw error;
  }
  return { commit, behind: Number(git("rev-list", "--count", `${commit}..HEAD`)), functions: join(tree, "apps", "api", "dist", "lambda"), remove };
}
