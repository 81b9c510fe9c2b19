/** What `peers/reset/` puts into the page. */
interface Put {
  begin(intake: string): unknown;
  /** What it shows or answers now. */
  sessionId(): string | null | undefined;
  /** Calls back whenever that may be another one. */
  follow(look: () => void): void;
  /** What the customer does for whom nothing is begun before. */
  touch?(): void;
  /** Takes the session out of the browser. */
  reset(): void;
  /** What is there in the browser. */
  stored(): string | undefined;
  renewal: Promise<Renewal>;
}

/** What one tab has seen of a reset; times are in ms since 1970. */
export interface Renewal {
  /** The new ID. */
  readonly id?: string;
  /** When it no longer had the old ID. */
  readonly gone?: number;
  /** When it had the new one. */
  readonly there?: number;
  readonly painted?: number;
}

/** Runs in the page. */
export async function begin(codes: readonly [badge: string, peer: string], intake: string): Promise<void> {
  const [module, classic] = codes.map((code) => Object.assign(document.createElement('script'), { text: code }));
  module!.type = 'module';
  document.head.append(module!, classic!);
  await (globalThis as unknown as Put).begin(intake);
}

/** Runs in the page: the customer does something there from now on, every so many ms. Answers what ends that. */
export function touchEvery(ms: number): void {
  const { touch } = globalThis as unknown as Put;
  const timer = setInterval(() => touch!(), ms);
  Object.assign(globalThis, { leave: () => clearInterval(timer) });
}

/** Runs in the page. */
export const leave = (): void => (globalThis as unknown as { leave(): void }).leave();

/** Runs in the page: what it has, and what is stored. */
export function look(): { id: string; stored: string } {
  const { sessionId, stored } = globalThis as unknown as Put;
  return { id: sessionId() ?? 'none', stored: stored() ?? 'none' };
}

/** Runs in the page. */
export function watch(patience: number): void {
  const page = globalThis as unknown as Put;
  const now = () => performance.timeOrigin + performance.now();
  const old = page.sessionId();
  let gone: number | undefined;
  page.renewal = new Promise((resolve) => {
    setTimeout(() => resolve({ gone }), patience);
    page.follow(() => {
      const id = page.sessionId();
      if (id == old) return;
      gone ??= now();
      if (!id) return;
      const there = now();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve({ id, gone, there, painted: now() })));
    });
  });
}

/** Runs in the page of one tab, at some moment of a frame; answers when that was. */
export async function reset(phase: number): Promise<number> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, phase));
  const at = performance.timeOrigin + performance.now();
  (globalThis as unknown as Put).reset();
  return at;
}

/** Runs in the page. */
export const renewal = (): Promise<Renewal> => (globalThis as unknown as Put).renewal;

/** Runs in the page: how much its clock is ahead of the machine's, which all pages share, in ms. */
export function ahead(): number {
  let least = Infinity;
  // The machine's says whole ms: where these change, the difference is the clocks'.
  for (const end = performance.now() + 5; performance.now() < end || least == Infinity;) {
    const before = Date.now();
    const now = performance.timeOrigin + performance.now();
    // Else somebody else has had the core in between.
    if (Date.now() == before) least = Math.min(least, now - before);
  }
  return least;
}
