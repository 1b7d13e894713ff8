/** A number as it is told: `20,000`. */
export const count = (number: number): string => number.toLocaleString("en-US");

/** `1 person`, `20,000 people` */
export const people = (number: number): string => (number === 1 ? "1 person" : `${count(number)} people`);
