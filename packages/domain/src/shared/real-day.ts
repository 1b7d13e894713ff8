const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const zero = 48;

/** Whether a text in the form `2026-11-24` is a day that there is. Reckoned, since making a date of it takes ten times as long. */
export function isRealDay(text: string): boolean {
  const pair = (at: number) => (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
  const [century, yearOfCentury, month, day] = [pair(0), pair(2), pair(5), pair(8)];
  const isLeap = (yearOfCentury === 0 ? century : yearOfCentury) % 4 === 0;
  const length = month === 2 && isLeap ? 29 : lengths[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}
