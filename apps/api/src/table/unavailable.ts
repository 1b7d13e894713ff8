/** The table could not be reached, or went on refusing, within the time that a request has. Nothing is known of the last write. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}
