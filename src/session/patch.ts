/**
 * Puts work in the place of a method: it gets what the method was called on and with, and a way to call the method, with other
 * arguments if there are any. What `patch` returns puts the method back, unless somebody else has patched it since.
 */
export function patch<Name extends string, Args extends unknown[], Result>(
  owner: { [Key in Name]: (...args: Args) => Result },
  name: Name,
  work: (self: object, args: Args, real: (args?: Args) => Result) => Result,
): () => void {
  const real = owner[name];
  const patched = (owner[name] = function (this: object, ...args) {
    return work(this, args, (given = args) => real.apply(this, given));
  });
  return () => {
    if (owner[name] == patched) owner[name] = real;
  };
}
