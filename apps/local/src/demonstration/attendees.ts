import { type EventInput, SignUpInput } from "@cte-partnerships/domain";

const first = ["Ada", "Ben", "Carmen", "Dev", "Elena", "Farid", "Grace", "Hugo", "Imani", "Jorge", "Keiko", "Liam", "Maya", "Noor", "Omar", "Priya"];
const last = ["Sample", "Specimen", "Placeholder", "Mockup", "Inventado"];

/** Firms and schools that do not exist, and say so: where people from industry are from, and where teachers are. */
const firms = [
  "Example Robotics (invented)",
  "Sample Savings Bank (invented)",
  "Placeholder Pictures (invented)",
  "Specimen Kitchens (invented)",
  "Mockup Motors (invented)",
  "Trial Structures (invented)",
] as const;
const schools = [
  "Harbor High School (invented)",
  "Canal Street Tech (invented)",
  "Bridge Academy (invented)",
  "Flushing Meadow High School (invented)",
  "North Shore Career School (invented)",
] as const;

const domains = ["example.org", "example.com", "example.net"];

/** The n-th of a line of invented people, each with an address that reaches nobody. */
export function attendee(n: number, partySize: number, answers: SignUpInput["answers"], audience: EventInput["audience"]): SignUpInput {
  const from = audience === "teachers" ? schools : firms;
  const given = first[n % first.length] ?? "";
  const family = last[Math.floor(n / first.length) % last.length] ?? "";
  return SignUpInput.parse({
    name: `${given} ${family}`,
    email: `${given}.${family}.${n}@${domains[n % domains.length]}`,
    affiliation: from[n % from.length],
    partySize,
    answers,
  });
}
