/** What an agency settles itself, where law and guidance leave it open. Each policy belongs to the subject that asks for it. */
export type Policies = Readonly<Record<string, unknown>>;
