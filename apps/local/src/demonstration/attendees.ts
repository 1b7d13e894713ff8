import { SignUpInput } from "@cte-partnerships/domain";

const first = ["Ada", "Ben", "Carmen", "Dev", "Elena", "Farid", "Grace", "Hugo", "Imani", "Jorge", "Keiko", "Liam", "Maya", "Noor", "Omar", "Priya"];
const last = ["Sample", "Specimen", "Placeholder", "Mockup", "Inventado"];

/** Firms and schools that do not exist, and say so. */
export const firms = [
  "Example Robotics (invented)",
  "Sample Savings Bank (invented)",
  "Placeholder Pictures (invented)",
  "Specimen Kitchens (invented)",
  "Mockup Motors (invented)",
  "Trial Structures (invented)",
] as const;

const domains = ["example.org", "example.com", "example.net"];

/** The n-th of a line of invented people, each with an address that reaches nobody. */
export function attendee(n: number, partySize: number, answers: SignUpInput["answers"]): SignUpInput {
  const given = first[n % first.length] ?? "";
  const family = last[Math.floor(n / first.length) % last.length] ?? "";
  return SignUpInput.parse({
    name: `${given} ${family}`,
    email: `${given}.${family}.${n}@${domains[n % domains.length]}`,
    affiliation: firms[n % firms.length],
    partySize,
    answers,
  });
}
