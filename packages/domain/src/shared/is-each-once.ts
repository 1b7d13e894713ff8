/** Whether no value stands in the list twice. */
export const isEachOnce = (values: readonly (string | number)[]): boolean => new Set(values).size === values.length;

/** The check that no two members of a list have the same key. Those without one, as what has no id yet, are not compared. */
export const hasEachOnce =
  <Key extends string>(key: Key) =>
  (items: readonly Readonly<Partial<Record<Key, string | number | undefined>>>[]): boolean =>
    isEachOnce(items.flatMap((item) => item[key] ?? []));
