/** A message to many is on its way for minutes: somebody who looks on sees it begin at once, and then now and then how far it is. */
const paces = [
  { withinSeconds: 30, everySeconds: 2 },
  { withinSeconds: 180, everySeconds: 6 },
  { withinSeconds: Number.POSITIVE_INFINITY, everySeconds: 20 },
] as const;

/** Milliseconds until mails on their way are asked for again, by how long somebody has been looking. */
export const paceAfter = (milliseconds: number): number =>
  (paces.find(({ withinSeconds }) => milliseconds < withinSeconds * 1000) ?? paces[2]).everySeconds * 1000;
