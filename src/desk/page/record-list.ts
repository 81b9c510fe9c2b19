import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskRecord } from '../record.ts';
import { kindOf, type Kind } from '../story/kind.ts';
import { countOf } from '../story/read.ts';
import { siteOf } from '../story/target.ts';
import { durationOf } from '../story/what.ts';
import { copyText } from './copy-text.ts';
import type { L10n } from './l10n.ts';
import { recordDetails } from './record-details.ts';
import { countKinds, filterRecords, NO_FILTER, type RecordFilter } from './record-filter.ts';
import { listStyles } from './record-list.styles.ts';
import { subjectOf, titleOf } from './record-title.ts';
import { levels, shared } from './styles.ts';
import { levelOf } from './timeline/marks.ts';
import { FLAG, SHAPES } from './timeline/shapes.ts';

/** So many rows are drawn at once: more than one sees. */
const FIRST = 50;
/** And so many more where they are asked for. */
const MORE = 200;

/**
 * The records of a session, in the order of time, with filters.
 *
 * @fires {CustomEvent<boolean>} copied - A record was copied as JSON, or could not be.
 */
export class DeskRecords extends LitElement {
  static override styles = [shared, levels, listStyles];

  static override properties: PropertyDeclarations = {
    records: { attribute: false },
    l10n: { attribute: false },
    _filter: { state: true },
    _from: { state: true },
    _to: { state: true },
    _open: { state: true },
  };

  declare records: readonly DeskRecord[];
  declare l10n: L10n;
  declare _filter: RecordFilter;
  /** The rows that are drawn, of those that match. */
  declare _from: number;
  declare _to: number;
  /** Uids of records whose details are shown. */
  declare _open: ReadonlySet<string>;

  /** It does not bubble. */
  readonly #toggled = { handleEvent: (event: Event) => this.#onToggle(event), capture: true };
  #matching: readonly DeskRecord[] = [];
  #counts = countKinds([]);
  #site = '';

  constructor() {
    super();
    this._filter = NO_FILTER;
    this._from = 0;
    this._to = FIRST;
    this._open = new Set();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('records')) {
      this.#counts = countKinds(this.records);
      this.#site = siteOf(this.records);
    }
    if (changed.has('records') || changed.has('_filter') || changed.has('l10n')) {
      const wasAtEnd = this._to >= this.#matching.length;
      this.#matching = filterRecords(this.records, this._filter, this.l10n.words);
      if (changed.has('_filter') && !changed.has('_from')) [this._from, this._to] = [0, FIRST];
      // Who looks at the end sees what comes.
      else if (wasAtEnd && this._from > 0) this._to = Math.max(this._to, this.#matching.length);
    }
  }

  /** Shows the last records, and those that come. */
  showEnd(): void {
    this._from = Math.max(0, this.#matching.length - FIRST);
    this._to = Math.max(FIRST, this.#matching.length);
  }

  /** Shows the record with its details, and moves there. */
  async reveal(uid: string): Promise<void> {
    const isUid = (record: DeskRecord) => record.uid == uid;
    if (!this.#matching.some(isUid)) this._filter = NO_FILTER;
    const index = filterRecords(this.records, this._filter, this.l10n.words).findIndex(isUid);
    if (index < 0) return;
    if (index < this._from || index >= this._to) {
      this._from = Math.max(0, index - FIRST / 5);
      this._to = this._from + FIRST;
    }
    this._open = new Set([uid]);
    await this.updateComplete;
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-uid="${CSS.escape(uid)}"] > summary`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }

  #toggleKind(kind: Kind): void {
    const kinds = new Set(this._filter.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    this._filter = { ...this._filter, kinds };
  }

  #onToggle({ target }: Event): void {
    const { open, dataset } = target as HTMLDetailsElement;
    const uid = dataset.uid!;
    if (open == this._open.has(uid)) return;
    const all = new Set(this._open);
    if (open) all.add(uid);
    else all.delete(uid);
    this._open = all;
  }

  async #copy(json: string): Promise<void> {
    this.dispatchEvent(new CustomEvent('copied', { detail: await copyText(json), bubbles: true, composed: true }));
  }

  #chip(name: string, count: number, isPressed: boolean, toggle: () => void) {
    return html`<button class="button chip" aria-pressed=${isPressed ? 'true' : 'false'} @click=${toggle}>
      ${name} <span>${this.l10n.format.number(count)}</span>
    </button>`;
  }

  #row(record: DeskRecord) {
    const { words, format, texts } = this.l10n;
    const { uid } = record;
    const level = levelOf(record);
    const duration = durationOf(record);
    const count = countOf(record);
    const isOpen = this._open.has(uid);
    const isFlag = kindOf(record) == 'copy';
    const extra = [count > 1 ? `× ${format.number(count)}` : '', duration == null ? '' : format.duration(duration)].filter(
      Boolean,
    );
    return html`<li>
      <details class="is-${level}" data-uid=${uid} .open=${isOpen}>
        <summary>
          <time>${format.time(record.time)}</time>
          <svg viewBox="-10 -10 20 20" role="img" aria-label=${texts.timeline.levels[level]}>
            <path class=${isFlag ? 'flag' : level} d=${isFlag ? FLAG : SHAPES[level]}></path>
          </svg>
          <span class="title">${titleOf(record, words)}</span>
          <span class="subject ${record.body == null ? 'mono' : ''}">${subjectOf(record, this.#site)}</span>
          <span class="extra">${extra.join(' · ')}</span>
        </summary>
        ${isOpen ? recordDetails(record, this.l10n, (json) => void this.#copy(json)) : nothing}
      </details>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { texts, words } = this.l10n;
    const { list } = texts;
    const { text, kinds, problems } = this._filter;
    const all = this.#matching.length;
    const rows = this.#matching.slice(this._from, this._to);
    const after = Math.min(MORE, all - this._to);
    const before = Math.min(MORE, this._from);
    const isFiltered = text || kinds.size || problems;
    return html`<section class="card" aria-labelledby="name">
      <header>
        <div class="line">
          <h2 id="name">${list.heading}</h2>
          <span class="soft" role="status">${list.shown(all, this.records.length)}</span>
          <input class="field" type="search" aria-label=${list.text} placeholder=${list.text} .value=${text}
            @input=${({ target }: Event) => (this._filter = { ...this._filter, text: (target as HTMLInputElement).value })} />
        </div>
        <div class="chips" role="group" aria-label=${list.kinds}>
          ${this.#chip(list.problems, this.#counts.problems, problems, () => (this._filter = { ...this._filter, problems: !problems }))}
          <span class="rule"></span>
          ${[...this.#counts.kinds].map(([kind, count]) =>
            this.#chip(words.kinds[kind], count, kinds.has(kind), () => this.#toggleKind(kind)),
          )}
          ${isFiltered ? html`<button class="button chip" @click=${() => (this._filter = NO_FILTER)}>${list.clear}</button>` : nothing}
        </div>
      </header>
      ${
        before > 0
          ? html`<div class="more"><button class="button" @click=${() => (this._from -= before)}>${list.earlier(before)}</button></div>`
          : nothing
      }
      ${
        all
          ? html`<ol @toggle=${this.#toggled}>${repeat(
              rows,
              ({ uid }) => uid,
              (record) => this.#row(record),
            )}</ol>`
          : html`<p class="none soft">${list.none}</p>`
      }
      ${
        after > 0
          ? html`<div class="more"><button class="button" @click=${() => (this._to += MORE)}>${list.more(after)}</button></div>`
          : nothing
      }
    </section>`;
  }
}
