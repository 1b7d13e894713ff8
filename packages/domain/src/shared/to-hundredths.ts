/**
 * Hours to a hundredth. Tenths are not exact in binary: 128.2 hours without 28.2 of them would be less than 100.
 *
 * @example
 * toHundredths(128.2 - 28.2) // 100
 */
export const toHundredths = (hours: number): number => Math.round(hours * 100) / 100;
