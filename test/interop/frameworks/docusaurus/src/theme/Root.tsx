import { VisitorProvider } from '@site/src/visitor';
import type { ReactNode } from 'react';

/** Around the whole site, and the same on every page of it. */
export default function Root({ children }: { children: ReactNode }) {
  return <VisitorProvider>{children}</VisitorProvider>;
}
