import 'session-id-badge';
import type {} from 'session-id-badge/solid';
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

export function Footer(props: Props) {
  return (
    <footer>
      <p id="edit">Before</p>
      <session-id-badge
        app-version="4.2.0"
        support-href="https://help.example/?session={session-id}"
        words={words}
        prop:maxDuration={3_600_000}
        prop:signedIn={props.signedIn}
        on:session-change={({ detail }) => props.onLine(`${detail.reason} ${detail.session.id}`)}
        on:session-id-copy={({ detail }) => props.onLine(`copied ${detail.id}`)}
        on:session-id-copy-error={() => props.onLine('not copied')}
      />
    </footer>
  );
}
