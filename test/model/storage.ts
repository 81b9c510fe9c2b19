/** What a `Storage` stands on: the values as its page sees them, and a way to write them. */
export interface Area {
  readonly values: Map<string, string>;
  write(key: string, value: string | undefined): void;
}

/** An area of one tab alone, which sees its writes at once. */
export const privateArea = (values: Map<string, string>): Area => ({
  values,
  write: (key, value) => void (value === undefined ? values.delete(key) : values.set(key, value)),
});

/** `localStorage` or `sessionStorage` as script uses it: by methods, or as an object. */
export function storageOver(area: Area): Storage {
  const methods = {
    getItem: (key: string) => area.values.get(key) ?? null,
    setItem: (key: string, value: string) => area.write(key, String(value)),
    removeItem: (key: string) => area.write(key, undefined),
    clear: () => [...area.values.keys()].forEach((key) => area.write(key, undefined)),
    key: (index: number) => [...area.values.keys()][index] ?? null,
  };
  return new Proxy(methods as unknown as Storage, {
    get: (_, key) => (key == 'length' ? area.values.size : (Reflect.get(methods, key) ?? area.values.get(String(key)))),
    set: (_, key, value) => (area.write(String(key), String(value)), true),
    has: (_, key) => key in methods || area.values.has(String(key)),
    deleteProperty: (_, key) => (area.values.has(String(key)) && area.write(String(key), undefined), true),
  });
}
