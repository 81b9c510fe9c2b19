import { BAGGAGE } from './baggage.js';
import { patch } from './patch.js';
import type { Lists, MemberFor } from './propagate.js';

/** Puts baggage on what is sent by `XMLHttpRequest` from now on. What it returns puts back the methods that were there, one each. */
export function patchXhr(lists: Lists, memberFor: MemberFor): (() => void)[] {
  const { prototype } = XMLHttpRequest;
  /** The baggage of open requests to listed origins: it cannot be read out of them. */
  const baggage = new WeakMap<XMLHttpRequest, string[]>();
  return [
    patch(
      prototype,
      'open',
      (open) =>
        function (this: XMLHttpRequest, ...args: unknown[]) {
          open.apply(this, args as Parameters<typeof open>);
          baggage.delete(this);
          if (lists(args[1] as string)) baggage.set(this, []);
        },
    ),
    patch(
      prototype,
      'setRequestHeader',
      (setRequestHeader) =>
        function (this: XMLHttpRequest, name, value) {
          setRequestHeader.call(this, name, value);
          if (/^baggage$/i.test(name)) baggage.get(this)?.push(value);
        },
    ),
    patch(
      prototype,
      'send',
      (send) =>
        function (this: XMLHttpRequest, body) {
          const there = baggage.get(this);
          const member = there && memberFor(there.join(', '));
          if (member) this.setRequestHeader(BAGGAGE, member);
          send.call(this, body);
        },
    ),
  ];
}
