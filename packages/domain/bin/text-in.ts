/**
 * The text that some bytes are: UTF-8, or UTF-16 where a mark at the beginning says so, as Windows PowerShell writes what it is
 * told to put into a file. Throws where they are neither: a name with a letter lost would be told as if it were right.
 */
export function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`it is no text in ${encoding.toUpperCase()}; save it as UTF-8`);
  }
}
