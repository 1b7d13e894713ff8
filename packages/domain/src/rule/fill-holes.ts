/** A sentence with what its holes, `{name}`, are about. A hole of which nothing is known stays, so that nobody takes the sentence for whole. */
export function fillHoles<Value>(
  text: string,
  facts: Readonly<Record<string, Value>>,
  told: (value: Exclude<Value, undefined>, name: string) => string,
): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return value === undefined ? hole : told(value as Exclude<Value, undefined>, name);
  });
}
