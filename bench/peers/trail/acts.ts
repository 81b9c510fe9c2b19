import type { Act } from '../../trail/page.ts';

const page = globalThis as unknown as {
  pushEvent(name: string, attributes: Record<string, string>): void;
};

/** An error with a stack as of an application, of ten functions. */
function make(item: number, depth = 8): Error {
  return depth ? make(item, depth - 1) : new TypeError(`Cannot read properties of undefined (reading 'price') of item ${item}`);
}

function throwIt(item: number): void {
  const error = make(item);
  const { message } = error;
  dispatchEvent(
    new ErrorEvent('error', {
      message: `Uncaught TypeError: ${message}`,
      filename: location.href,
      lineno: 17,
      colno: 4,
      error,
    }),
  );
}

/** The cheapest thing that ours records and that has a text of its own; Faro records it by its `pushEvent`, too. */
const violate = (item: number) =>
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      documentURI: location.href,
      blockedURI: `inline-${item}`,
      violatedDirective: 'img-src',
      effectiveDirective: 'img-src',
      originalPolicy: "img-src 'self'",
      disposition: 'enforce',
      statusCode: 200,
    }),
  );

const push = (item: number) =>
  page.pushEvent('csp.violation', { directive: 'img-src', disposition: 'enforce', url: `inline-${item}` });

const acts: Record<Act, (item: number) => void> = {
  error: throwIt,
  'same error': () => throwIt(17),
  violation: violate,
  pushEvent: push,
};

/** Does it so often, so many in a task. Answers ms until the last one was done. */
Object.assign(globalThis, {
  async act(act: Act, count: number, inTask: number, pause: number): Promise<number> {
    const start = performance.now();
    for (let item = 0; item < count; item++) {
      if (item % inTask == 0) {
        // Not behind the last one but at its time: a page that is slow gets no more of it, and no less.
        const wait = start + (item / inTask) * pause - performance.now();
        await new Promise((resolve) => setTimeout(resolve, wait));
        if (!item) console.timeStamp('bench');
      }
      acts[act](item);
    }
    return performance.now() - start;
  },
});
