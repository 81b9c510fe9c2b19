import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

/** What the page and the theme's footer have in common. */
interface Visitor {
  /** Whether the customer is signed in; undefined until that is known. */
  readonly signedIn: boolean | undefined;
  setSignedIn(signedIn: boolean | undefined): void;
  readonly isBadgeShown: boolean;
  toggleBadge(): void;
  readonly log: readonly string[];
  addLine(line: string): void;
}

const Context = createContext<Visitor | undefined>(undefined);

export function useVisitor(): Visitor {
  const visitor = useContext(Context);
  if (!visitor) throw new Error('no VisitorProvider is around');
  return visitor;
}

export function VisitorProvider({ children }: { children: ReactNode }) {
  const [signedIn, setSignedIn] = useState<boolean>();
  const [isBadgeShown, setBadgeShown] = useState(true);
  const [log, setLog] = useState<readonly string[]>([]);

  // The page was rendered when the site was built, and knew no visitor.
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('signed-in');
    if (asked != null) setSignedIn(asked == 'true');
    document.body.dataset.ready = '';
  }, []);

  const visitor = useMemo<Visitor>(
    () => ({
      signedIn,
      setSignedIn,
      isBadgeShown,
      toggleBadge: () => setBadgeShown((was) => !was),
      log,
      addLine: (line) => setLog((lines) => [...lines, line]),
    }),
    [signedIn, isBadgeShown, log],
  );
  return <Context value={visitor}>{children}</Context>;
}
