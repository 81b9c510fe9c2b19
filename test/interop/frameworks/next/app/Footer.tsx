'use client';

import { useEffect } from 'react';
import type {} from 'session-id-badge/react';
import type { SessionIdBadge, Words } from 'session-id-badge';

const words: Words = {
  label: 'Support code',
  copy: 'Copy session ID',
  copied: 'Copied',
  failed: 'Not copied',
  press: 'Press Ctrl/⌘+C',
  info: 'What is this?',
  support: 'Contact support',
};

interface Props {
  signedIn: boolean | undefined;
  onLine: (line: string) => void;
}

export function Footer({ signedIn, onLine }: Props) {
  // React sets properties and listeners of a custom element where it makes one, not where it hydrates one.
  const complete = (badge: SessionIdBadge) => {
    badge.words = words;
    badge.maxDuration = 3_600_000;
    const listening = new AbortController();
    const { signal } = listening;
    badge.addEventListener('session-change', ({ detail }) => onLine(`${detail.reason} ${detail.session.id}`), { signal });
    badge.addEventListener('session-id-copy', ({ detail }) => onLine(`copied ${detail.id}`), { signal });
    badge.addEventListener('session-id-copy-error', () => onLine('not copied'), { signal });
    return () => listening.abort();
  };
  // Once they listen: the first event comes soon after.
  useEffect(() => void import('session-id-badge'), []);

  return (
    <footer>
      <p id="edit">Before</p>
      <session-id-badge
        ref={complete}
        app-version="4.2.0"
        support-href="https://help.example/?session={session-id}"
        signed-in={signedIn === undefined ? undefined : `${signedIn}`}
      />
    </footer>
  );
}
