import BrowserOnly from '@docusaurus/BrowserOnly';
import { useVisitor } from '@site/src/visitor';
import 'session-id-badge';
import type {} from 'session-id-badge/react';
import type { CopyOutcome, Words } from 'session-id-badge';

/** Of the badge in the HTML and of the one in its place. */
const attributes = { 'app-version': '4.2.0', 'support-href': 'https://help.example/?session={session-id}' };

const words: Words = {
  label: 'Support code',
  copy: 'Copy session ID',
  copied: 'Copied',
  failed: 'Not copied',
  press: 'Press Ctrl/⌘+C',
  info: 'What is this?',
  support: 'Contact support',
};

/** The badge, for the footer. */
export default function SupportCode() {
  const { signedIn, isBadgeShown, addLine } = useVisitor();
  const copied = ({ detail }: CustomEvent<CopyOutcome>) => addLine(detail.ok ? `copied ${detail.id}` : 'not copied');
  // React gives an element of the HTML neither properties nor listeners (react/react#35446), a new one it does: hence the keys.
  const badge = (
    <BrowserOnly fallback={<session-id-badge key="html" {...attributes} />}>
      {() => (
        <session-id-badge
          key="browser"
          {...attributes}
          words={words}
          maxDuration={3_600_000}
          signedIn={signedIn}
          onsession-change={({ detail }) => addLine(`${detail.reason} ${detail.session.id}`)}
          onsession-id-copy={copied}
          onsession-id-copy-error={copied}
        />
      )}
    </BrowserOnly>
  );

  return (
    <>
      <p id="edit">Before</p>
      {isBadgeShown && badge}
    </>
  );
}
