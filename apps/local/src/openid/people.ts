import type { Role } from "@cte-partnerships/domain";

/** Somebody who can sign in on this machine, one a role. Invented, and clearly so. */
export interface Person {
  /** The provider's name for them; never an address, which may pass to another. */
  subject: string;
  name: string;
  email: string;
  role: Role;
  /** The role and how far it reaches, for people to read. */
  title: string;
}

export const people = [
  { subject: "demo-director", name: "Dana Example", email: "dana@example.org", role: "director", title: "Director, whole city" },
  { subject: "demo-coordinator", name: "Cory Example", email: "cory@example.org", role: "coordinator", title: "Coordinator, whole city" },
  { subject: "demo-chair", name: "Chris Example", email: "chris@example.org", role: "chair", title: "Chair, Information Technology commission" },
  {
    subject: "demo-school",
    name: "Sam Example",
    email: "sam@example.org",
    role: "school_coordinator",
    title: "School coordinator, Harbor High School (invented)",
  },
  { subject: "demo-viewer", name: "Vic Example", email: "vic@example.org", role: "viewer", title: "Viewer, whole city" },
] as const satisfies readonly Person[];
