import { html, type TemplateResult } from 'lit';
import { groupedId } from './group-id.ts';
import type { L10n } from './l10n.ts';
import type { Found } from './look-up.ts';

type Missing = Extract<Found, { name: 'missing' }>;
type Candidates = Extract<Found, { name: 'candidates' }>;

/** A heading that is moved to, so that it is read, and what stands below it. */
export const hero = (heading: string, content: unknown): TemplateResult =>
  html`<div class="hero"><h1 tabindex="-1">${heading}</h1>${content}</div>`;

/** Why there is no session. `retention` (ms) is how long records are kept, where that is known. */
export function missing(
  { reason, startedAt, retention: told }: Missing,
  typed: string,
  retention: number | undefined,
  l10n: L10n,
) {
  const { texts, format } = l10n;
  const { missing } = texts;
  const ago = startedAt == null ? undefined : format.ago(startedAt);
  const kept = told ?? retention;
  const explained: readonly [heading: string, text: string] =
    reason == 'no-id'
      ? [missing.noId, missing.noIdText]
      : reason == 'expired' && ago && kept
        ? [missing.expired, missing.expiredText(ago, format.span(kept))]
        : [missing.unknown, missing.unknownText(ago)];
  return hero(explained[0], html`<p class="mono">${typed}</p><p>${explained[1]}</p>`);
}

/** Which sessions may be meant, as links. `open` is called at a click. */
export function candidates(
  { sessions }: Candidates,
  typed: string,
  { texts, format }: L10n,
  open: (event: MouseEvent) => void,
) {
  const { missing, list } = texts;
  const facts = (startedAt: number | null, records: number) =>
    [startedAt == null ? '' : missing.began(format.ago(startedAt)), list.shown(records, records)].filter(Boolean).join(' · ');
  return hero(
    missing.didYouMean,
    html`<p class="soft">${missing.meant(typed)}</p>
      <ol class="card">${sessions.map(
        ({ id, startedAt, records, how }) => html`<li>
          <a class="candidate" href="/sessions/${encodeURIComponent(id)}" @click=${open}>
            ${groupedId(id)}<span class="soft">${missing.how[how]}</span><span class="soft">${facts(startedAt, records)}</span>
          </a>
        </li>`,
      )}</ol>`,
  );
}
