/** A yes or a no, or not known. */
export type Answer = boolean | undefined;

/**
 * Whether all are so: no where one is not, else not known where one is not known. For the members of a list, where a fact of
 * several parts is counted.
 *
 * @example
 * isAll(true, undefined) // undefined
 * isAll(false, undefined) // false
 */
export const isAll = (...answers: readonly Answer[]): Answer => (answers.includes(false) ? false : answers.includes(undefined) ? undefined : true);

/**
 * Whether one of them is so: yes where one is, else not known where one is not known.
 *
 * @example
 * isAny(true, undefined) // true
 * isAny(false, undefined) // undefined
 */
export const isAny = (...answers: readonly Answer[]): Answer => (answers.includes(true) ? true : answers.includes(undefined) ? undefined : false);
