const unsafe = /[<>&\u2028\u2029]/g;

/**
 * Plain data as JSON that can stand in a page's script element: nothing in it closes the element or begins a comment, and it
 * parses to the same.
 *
 * @example
 * scriptSafeJson({ name: "</script>" }) // '{"name":"\\u003c/script\\u003e"}'
 */
export const scriptSafeJson = (value: unknown): string =>
  JSON.stringify(value).replace(unsafe, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
