/** @jsxImportSource solid-js */
// Checked by `tsc`, never run: what Solid's JSX takes of a badge.
import type {} from '../../src/frameworks/solid.js';
import type { SessionIdBadge, Words } from '../../src/index.js';

declare const words: Words;
declare const isSignedIn: boolean | undefined;

export const right = [
  <session-id-badge class="small" lang="nl" ref={(badge: SessionIdBadge) => badge.copy()} />,
  <session-id-badge signed-in={isSignedIn} words={words} max-duration="2h" app-version="4.2.0" />,
  <session-id-badge prop:signedIn={isSignedIn} attr:signed-in="false" attr:app-version="4.2.0" prop:words={words} />,
  <session-id-badge
    on:session-change={({ detail }) => detail.reason satisfies string}
    on:session-id-copy={({ detail }) => detail.text}
    on:session-id-copy-error={({ detail }) => detail.ok}
  />,
];

export const wrong = [
  // @ts-expect-error A persistence that there is not.
  <session-id-badge persistence="disk" />,
  // @ts-expect-error The attribute is a word.
  <session-id-badge attr:signed-in={false} />,
  // @ts-expect-error Solid makes an attribute of it, in small letters.
  <session-id-badge signedIn={true} />,
  // @ts-expect-error A property that there is not.
  <session-id-badge prop:signedUp={true} />,
  // @ts-expect-error A property that is read only.
  <session-id-badge manager={null} />,
  // @ts-expect-error Words that lack most.
  <session-id-badge prop:words={{ label: 'Code' }} />,
  // @ts-expect-error A detail that the event has not.
  <session-id-badge on:session-change={({ detail }) => detail.sessionId} />,
];
