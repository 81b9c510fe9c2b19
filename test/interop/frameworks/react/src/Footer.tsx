import 'session-id-badge';
import type {} from 'session-id-badge/react';
import type { Words } from 'session-id-badge';

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
  return (
    <footer>
      <p id="edit">Before</p>
      <session-id-badge
        app-version="4.2.0"
        support-href="https://help.example/?session={session-id}"
        words={words}
        maxDuration={3_600_000}
        signedIn={signedIn}
        onsession-change={({ detail }) => onLine(`${detail.reason} ${detail.session.id}`)}
        onsession-id-copy={({ detail }) => onLine(`copied ${detail.id}`)}
        onsession-id-copy-error={() => onLine('not copied')}
      />
    </footer>
  );
}
