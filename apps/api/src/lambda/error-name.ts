/** What the log may know of an error. Messages may quote what was sent, so only the name is told. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
