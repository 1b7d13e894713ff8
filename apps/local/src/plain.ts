/** Ends the start with one sentence that says what to do, and no stack. */
export class Plain extends Error {}
