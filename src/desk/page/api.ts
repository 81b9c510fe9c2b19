import type { NearSession } from '../api/find-near.ts';
import type { DeskRecord } from '../record.ts';
import type { Summary } from '../story/summary.ts';

/** The desk said no, or nothing: then `status` is 0. The message is its own, for people who know the desk. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** Of HTTP. */
  readonly status: number;
  /** What it answered; empty where that is no JSON. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>> = {}) {
    super(typeof body.message == 'string' ? body.message : status ? `HTTP ${status}` : 'no answer');
    this.status = status;
    this.body = body;
  }
}

/** Some of a session's records, in the order of time. */
export interface SessionPage {
  readonly id: string;
  /** ms since 1970; null where the ID does not say. */
  readonly startedAt: number | null;
  /** Of the whole session; null but on the first page. */
  readonly summary: Summary | null;
  readonly records: readonly DeskRecord[];
  /** For the next page; null on the last. */
  readonly next: string | null;
}

/** How the desk is. */
export interface Status {
  /** How long records are kept, ms. */
  readonly retention: number;
  /** Records that named no session; told to who is signed in. */
  readonly withoutSession?: number;
  readonly signedIn: boolean;
  readonly needsToken: boolean;
}

async function call(path: string, init?: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ApiError(0);
  }
  const body: unknown = response.status == 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, (body ?? {}) as Record<string, unknown>);
  return body;
}

/** Address of a session's resources. */
export const sessionUrl = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;

/** How many records come with the summary: as many as can be seen at first. */
const FIRST = 100;

/** The first records of a session, or a thousand from after the cursor. Rejects with {@link ApiError}, as all here do. */
export const getSession = (id: string, after?: string): Promise<SessionPage> =>
  call(`${sessionUrl(id)}?${after ? `after=${encodeURIComponent(after)}` : `limit=${FIRST}`}`) as Promise<SessionPage>;

/** Sessions that may be meant by what was typed, the best first. */
export async function findNear(typed: string): Promise<readonly NearSession[]> {
  const { sessions } = (await call(`/api/sessions?near=${encodeURIComponent(typed)}`)) as { sessions: NearSession[] };
  return sessions;
}

/** Removes a session; resolves to how many records went. */
export async function eraseSession(id: string): Promise<number> {
  const { erased } = (await call(sessionUrl(id), { method: 'DELETE' })) as { erased: number };
  return erased;
}

/** How the desk is, also for who is not signed in. */
export const getStatus = (): Promise<Status> => call('/api/status') as Promise<Status>;

/** Exchanges the token for a cookie. */
export const signIn = (token: string): Promise<unknown> =>
  call('/api/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });

export const signOut = (): Promise<unknown> => call('/api/logout', { method: 'POST' });
