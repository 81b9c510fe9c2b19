/** @jsxImportSource react */
// Checked by `tsc`, never run: what React's JSX takes of a badge.
import type {} from '../../src/frameworks/react.js';
import type { SessionIdBadge, Words } from '../../src/index.js';
import en from '../../src/badge/locales/en.js';

declare const words: Words;
declare const isSignedIn: boolean | undefined;

export const right = [
  <session-id-badge key="1" className="small" lang="nl" ref={(badge: SessionIdBadge | null) => void badge?.copy()} />,
  <session-id-badge signed-in="false" app-version="4.2.0" max-duration={60_000} persistence={null} trail="/v1/logs" />,
  <session-id-badge signedIn={isSignedIn} words={words} texts={en} maxDuration="2h" copyFormat="report" />,
  <session-id-badge
    onsession-change={({ detail }) => detail.reason satisfies string}
    onsession-id-copy={({ detail, currentTarget }) => [detail.text, currentTarget]}
    onsession-id-copy-error={({ detail }) => detail.ok}
  />,
  <session-id-badge slot="footer">
    <span slot="label">Code</span>
  </session-id-badge>,
];

export const wrong = [
  // @ts-expect-error React writes no attribute for false.
  <session-id-badge signed-in={false} />,
  // @ts-expect-error A persistence that there is not.
  <session-id-badge persistence="disk" />,
  // @ts-expect-error A format that there is not.
  <session-id-badge copy-format="json" />,
  // @ts-expect-error A property that there is not.
  <session-id-badge signedUp={true} />,
  // @ts-expect-error A property that is read only.
  <session-id-badge manager={null} />,
  // @ts-expect-error Words that lack most.
  <session-id-badge words={{ label: 'Code' }} />,
  // @ts-expect-error A detail that the event has not.
  <session-id-badge onsession-change={({ detail }) => detail.sessionId} />,
  // @ts-expect-error No function.
  <session-id-badge onsession-id-copy="copied()" />,
];
