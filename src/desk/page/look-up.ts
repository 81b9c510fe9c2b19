import type { NearSession } from '../api/find-near.ts';
import { readTyped } from '../near.ts';
import { sessionIdTime } from '../../session/session-id.ts';
import { ApiError, findNear, getSession, type SessionPage } from './api.ts';

/** What there is for what was typed. */
export type Found =
  | {
      readonly name: 'session';
      readonly page: SessionPage;
      /** Where another ID was typed: in which way this one is like it. */
      readonly how: NearSession['how'];
    }
  | { readonly name: 'candidates'; readonly sessions: readonly NearSession[] }
  | {
      readonly name: 'missing';
      /** Longer ago than records are kept, nothing known of it, or no ID at all. */
      readonly reason: 'expired' | 'unknown' | 'no-id';
      /** ms since 1970; null where the ID does not say. */
      readonly startedAt: number | null;
      /** ms; null where it was not told. */
      readonly retention: number | null;
    };

const numberOr = (value: unknown): number | null => (typeof value == 'number' ? value : null);

/** The session of that ID, or the 404 that says why there is none. */
async function sessionOf(id: string, how: NearSession['how']): Promise<Found> {
  try {
    return { name: 'session', page: await getSession(id), how };
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status != 404 && error.status != 400)) throw error;
    const { reason, startedAt, retention } = error.body;
    return {
      name: 'missing',
      reason: error.status == 400 ? 'no-id' : reason == 'expired' ? 'expired' : 'unknown',
      startedAt: numberOr(startedAt) ?? sessionIdTime(id) ?? null,
      retention: numberOr(retention),
    };
  }
}

/**
 * What was meant by what the customer wrote or the agent misheard: the session itself, the only one that is like it, or those to choose
 * from. Rejects with {@link ApiError} where the desk does not answer or wants a token (401).
 */
export async function lookUp(typed: string): Promise<Found> {
  const id = readTyped(typed);
  const found: Found = id
    ? await sessionOf(id, 'exact')
    : { name: 'missing', reason: 'no-id', startedAt: null, retention: null };
  // An ID with the right check symbol is the one that was meant, and too old is an answer.
  if (found.name != 'missing' || found.reason == 'expired') return found;
  const sessions = await findNear(typed);
  const [only] = sessions;
  if (!only) return found;
  return sessions.length == 1 || only.how == 'exact' ? sessionOf(only.id, only.how) : { name: 'candidates', sessions };
}
