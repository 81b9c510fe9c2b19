import { scaleTime, type ScaleTime } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { DeskRecord } from '../record.ts';
import { siteOf } from '../story/target.ts';
import type { L10n } from './l10n.ts';
import { levels, shared } from './styles.ts';
import { axis } from './timeline/axis.ts';
import { laneTemplate } from './timeline/lane.ts';
import { markKeyOf } from './timeline/mark.ts';
import { extentOf, joinMarks, keyOf, lanesOf, worstOf, type Item, type Lane, type Mark } from './timeline/marks.ts';
import { neighbour } from './timeline/neighbour.ts';
import { poles } from './timeline/poles.ts';
import { layOut, type Layout } from './timeline/rows.ts';
import { timelineStyles } from './timeline/styles.ts';
import { placeTip, tipTemplate } from './timeline/tip.ts';

type Scale = ScaleTime<number, number>;

/** Closer than that, px, marks are joined. */
const GAP = 32;
/** The shortest time that the whole picture can be zoomed to, ms. */
const SHORTEST = 50;
/** Before the first and after the last, of the whole. */
const PAD = 0.02;

/**
 * The picture of a session: a row for each kind, time from left to right.
 *
 * @fires {CustomEvent<string>} jump - Somebody chose a mark; `detail` is the uid of its record.
 */
export class DeskTimeline extends LitElement {
  static override styles = [shared, levels, timelineStyles];

  static override properties: PropertyDeclarations = {
    records: { attribute: false },
    l10n: { attribute: false },
    _width: { state: true },
    _transform: { state: true },
    _active: { state: true },
    _shown: { state: true },
  };

  /** In the order of time, at least one. */
  declare records: readonly DeskRecord[];
  declare l10n: L10n;
  declare _width: number;
  declare _transform: ZoomTransform;
  /** The mark that had the focus last, by its key. */
  declare _active: string | undefined;
  /** The mark that is being explained. */
  declare _shown: Mark | undefined;

  #lanes: ReadonlyMap<Lane, readonly Item[]> = new Map();
  #site = '';
  #base: Scale = scaleTime();
  #layout!: Layout;
  /** All marks of each row, also those that are out of sight. */
  #marks: readonly (readonly Mark[])[] = [];
  /** The mark that Tab leads to. */
  #tabStop: Mark | undefined;
  readonly #zoom = zoom<SVGSVGElement, unknown>()
    // The wheel alone moves the page.
    .filter((event: MouseEvent) => (event.type == 'wheel' ? event.ctrlKey || event.metaKey : !event.ctrlKey && !event.button))
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
      this._shown = undefined;
      this._transform = transform;
    });
  readonly #resized = new ResizeObserver(([entry]) => (this._width = Math.floor(entry!.borderBoxSize[0]!.inlineSize)));

  constructor() {
    super();
    this._width = 0;
    this._transform = zoomIdentity;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  get #svg() {
    return select(this.renderRoot.querySelector('svg')!);
  }

  protected override firstUpdated(): void {
    this.#svg.call(this.#zoom).on('dblclick.zoom', null);
    // As wide as the picture, and of a height that does not hang on it.
    this.#resized.observe(this.renderRoot.querySelector('header')!);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('records')) {
      this.#lanes = lanesOf(this.records);
      this.#site = siteOf(this.records);
      this._shown = undefined;
    }
    if (changed.has('records') || changed.has('_width')) {
      this.#layout = layOut(this.#lanes.keys(), this._width);
      const { left, right, bottom } = this.#layout;
      const [first, last] = extentOf([...this.#lanes.values()].flat());
      const span = last - first;
      this.#base = scaleTime([first - PAD * span, last + PAD * span], [left, right]);
      const area: [[number, number], [number, number]] = [
        [left, 0],
        [right, bottom],
      ];
      this.#zoom
        .extent(area)
        .translateExtent(area)
        .scaleExtent([1, Math.max(1, span / SHORTEST)]);
    }
    const scale = this.#scale;
    // Before the width is known all would stand at one place.
    this.#marks = this.#layout.rows.map(({ lane }) => (this._width ? joinMarks(this.#lanes.get(lane)!, scale, GAP) : []));
    // Tab leads to one that can be seen: where the last one was joined with others, to theirs.
    const seen = this.#marks.flat().filter((mark) => this.#isSeen(mark));
    this.#tabStop =
      seen.find((mark) => keyOf(mark) == this._active) ??
      seen.find(({ items }) => items.some(({ record }) => record.uid == this._active)) ??
      seen.find(({ level }) => level != 'fine') ??
      seen[0];
  }

  #isSeen({ x, from, to }: Mark): boolean {
    const { left, right } = this.#layout;
    return Math.max(x, to) >= left - GAP && Math.min(x, from) <= right + GAP;
  }

  get #scale(): Scale {
    return this._transform.rescaleX(this.#base);
  }

  /** Around that mark, by default around the middle. */
  #zoomBy(factor: number, mark?: Mark): void {
    this.#svg.call((target) => this.#zoom.scaleBy(target, factor, mark && [mark.x, 0]));
  }

  #reset(): void {
    this.#svg.call((target) => this.#zoom.transform(target, zoomIdentity));
  }

  /** By keys: the focus stays at the record, whichever mark stands for it then. */
  async #zoomAtFocus(zoomBy: () => void): Promise<void> {
    zoomBy();
    await this.updateComplete;
    await this.#focus(this.#tabStop);
  }

  #jump(mark: Mark): void {
    this.dispatchEvent(new CustomEvent('jump', { detail: worstOf(mark).record.uid, bubbles: true, composed: true }));
  }

  /** To that mark, which comes into sight where it is not. */
  async #focus(mark: Mark | undefined): Promise<void> {
    if (!mark) return;
    this._active = keyOf(mark);
    const { left, right } = this.#layout;
    if (mark.x < left || mark.x > right) {
      const x = this._transform.invertX(mark.x);
      this.#svg.call((target) => this.#zoom.translateTo(target, x, 0));
    }
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>('.mark[tabindex="0"]')?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = this.#tabStop;
    if (!mark) return;
    const keys: Readonly<Record<string, () => unknown>> = {
      Enter: () => this.#jump(mark),
      ' ': () => this.#jump(mark),
      Escape: () => (this._shown = undefined),
      '+': () => this.#zoomAtFocus(() => this.#zoomBy(2, mark)),
      '=': () => this.#zoomAtFocus(() => this.#zoomBy(2, mark)),
      '-': () => this.#zoomAtFocus(() => this.#zoomBy(0.5, mark)),
      '0': () => this.#zoomAtFocus(() => this.#reset()),
    };
    const isMove = /^(Arrow|Home$|End$)/.test(event.key);
    if (!isMove && !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    if (isMove) void this.#focus(neighbour(this.#marks, mark, event.key));
    else keys[event.key]!();
  }

  /** The mark in which an event happened. */
  #markAt(event: Event): Mark | undefined {
    const key = markKeyOf(event);
    return this.#marks.flat().find((mark) => keyOf(mark) == key);
  }

  #onClick(event: Event): void {
    const mark = this.#markAt(event);
    if (mark) this.#jump(mark);
  }

  #onFocus(event: Event): void {
    this._shown = this.#markAt(event);
    if (this._shown) this._active = keyOf(this._shown);
  }

  #copiesTemplate() {
    const index = this.#layout.rows.findIndex(({ lane }) => lane == 'copy');
    const row = this.#layout.rows[index];
    return row ? poles(this.#marks[index]!, row, this.#layout, this.l10n.words) : nothing;
  }

  protected override updated(): void {
    const tip = this.renderRoot.querySelector<HTMLElement>('.tip');
    const mark = this._shown;
    if (!tip || !mark) return;
    const row = this.#marks.findIndex((marks) => marks.some((each) => keyOf(each) == keyOf(mark)));
    placeTip(tip, mark, this._width, (this.#layout.rows[row]?.middle ?? 0) + 18);
  }

  protected override render(): TemplateResult {
    const { texts, words, format } = this.l10n;
    const { timeline } = texts;
    const { rows, left, right, bottom, height } = this.#layout;
    const look = { width: this._width, site: this.#site, l10n: this.l10n, tabStop: this.#tabStop };
    const scale = this.#scale;
    const counts = [...this.#lanes].map(([lane, items]) => `${words.kinds[lane]} ${format.number(items.length)}`).join(', ');
    const [from, to] = [this.records[0]!, this.records.at(-1)!].map(({ time }) => format.dateTime(time));
    const isAll = this._transform.k == 1;
    const hide = () => (this._shown = undefined);
    return html`<section class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${timeline.heading}</h2>
        <div>
          <button class="button zoom" aria-label=${timeline.zoomOut} ?disabled=${isAll} @click=${() => this.#zoomBy(0.5)}>−</button>
          <button class="button zoom" aria-label=${timeline.zoomIn} @click=${() => this.#zoomBy(2)}>+</button>
          <button class=${classMap({ button: true, unseen: isAll })} ?disabled=${isAll} @click=${() => this.#reset()}>${timeline.zoomReset}</button>
        </div>
      </header>
      <figure>
        <figcaption class="unseen" id="caption">${timeline.text(from!, to!, counts)}</figcaption>
        <svg role="group" aria-labelledby="name" aria-describedby="caption help" width=${this._width} height=${height}
          @keydown=${this.#onKey} @click=${this.#onClick}
          @pointerover=${(event: Event) => (this._shown = this.#markAt(event))} @pointerleave=${hide}
          @focusin=${this.#onFocus} @focusout=${hide}>
          <defs><clipPath id="area"><rect x=${left - 16} y="0" width=${right - left + 32} height=${height} /></clipPath></defs>
          <g aria-hidden="true">${axis(scale, this.#layout, format)}</g>
          <g aria-hidden="true" clip-path="url(#area)">${this.#copiesTemplate()}</g>
          ${rows.map((row, i) =>
            laneTemplate(
              row,
              this.#marks[i]!.filter((mark) => this.#isSeen(mark)),
              look,
            ),
          )}
          <line class="rule" x1="0" x2=${this._width} y1=${bottom} y2=${bottom} />
        </svg>
        ${this._shown ? tipTemplate(this._shown, this.#site, this.l10n) : nothing}
      </figure>
      <p class="help soft" id="help">${timeline.help}</p>
    </section>`;
  }
}
