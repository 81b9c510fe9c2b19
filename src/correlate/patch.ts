/** Puts a method in the place of another. What it returns puts that back, unless somebody else has patched it since. */
export function patch<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  wrap: (real: Owner[Name]) => Owner[Name],
): () => void {
  const real = owner[name];
  const patched = (owner[name] = wrap(real));
  return () => {
    if (owner[name] == patched) owner[name] = real;
  };
}
