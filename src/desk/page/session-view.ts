import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { tell } from '../story/sentence.ts';
import type { Summary } from '../story/summary.ts';
import { ApiError, eraseSession, sessionUrl, type SessionPage } from './api.ts';
import { canCopy, copyText } from './copy-text.ts';
import { groupedId } from './group-id.ts';
import type { L10n } from './l10n.ts';
import type { DeskRecords } from './record-list.ts';
import { SessionLog } from './session-log.ts';
import { sessionStyles } from './session-view.styles.ts';
import { shared } from './styles.ts';

/** Paths of pages that are named; how many more there are is said. */
const MOST_PAGES = 6;
/** Told anew only where something else is to be told. */
function remembered(): (summary: Summary, l10n: L10n) => string {
  let last: { summary: Summary; l10n: L10n; sentence: string } | undefined;
  return (summary, l10n) => {
    if (last?.summary != summary || last.l10n != l10n) last = { summary, l10n, sentence: tell(summary, l10n.words, l10n) };
    return last.sentence;
  };
}

/** What came live is said at most so often, ms: a screen reader is not to talk all the time. */
const PAUSE = 5000;

/**
 * One session: the sentence, the facts, the picture, the list.
 *
 * @fires {CustomEvent<number>} erased - It is gone; `detail` is how many records went.
 */
export class DeskSession extends LitElement {
  static override styles = [shared, sessionStyles];

  static override properties: PropertyDeclarations = {
    page: { attribute: false },
    notice: {},
    l10n: { attribute: false },
    _said: { state: true },
  };

  /** The first page of the session's records; the others are fetched. */
  declare page: SessionPage;
  /** What the agent should know of how this session was found; empty for nothing. */
  declare notice: string;
  declare l10n: L10n;
  /** What the live region says. */
  declare _said: string;

  readonly #sentence = remembered();
  #log!: SessionLog;
  #shown = 0;
  #arrived: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.notice = '';
    this._said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#log.close();
    clearTimeout(this.#arrived);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('page')) return;
    this.#log?.close();
    this.#log = new SessionLog(this.page, () => this.#onChange());
    void this.#log.load();
    this._said = '';
  }

  protected override updated(changed: PropertyValues): void {
    // Who cannot see the page hears the sentence first.
    if (changed.has('page')) this.renderRoot.querySelector('h1')!.focus();
  }

  #onChange(): void {
    const { isErased, following, records } = this.#log;
    if (isErased) this.#tellErased(records.length);
    if (following == 'lost') this._said = this.l10n.texts.actions.followLost;
    else if (following == 'on' && records.length > this.#shown) this.#sayArrived();
    this.requestUpdate();
  }

  #sayArrived(): void {
    this.#arrived ??= setTimeout(() => {
      this.#arrived = undefined;
      const count = this.#log.records.length - this.#shown;
      this.#shown += count;
      this._said = this.l10n.texts.actions.arrived(count);
    }, PAUSE);
  }

  get #list(): DeskRecords {
    return this.renderRoot.querySelector('desk-records')!;
  }

  #toggleFollow(): void {
    this.#shown = this.#log.records.length;
    this._said = '';
    const isOn = this.#log.following == 'off';
    this.#log.follow(isOn);
    if (isOn) this.#list.showEnd();
  }

  #sayCopied(isCopied: boolean): void {
    this._said = isCopied ? this.l10n.texts.actions.copied : this.l10n.texts.failed('clipboard');
  }

  #tellErased(count: number): void {
    this.dispatchEvent(new CustomEvent('erased', { detail: count, bubbles: true, composed: true }));
  }

  async #erase(): Promise<void> {
    try {
      this.#tellErased(await eraseSession(this.#log.id));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this._said = error.status ? this.l10n.texts.failed(error.message) : this.l10n.texts.unreachable;
    }
  }

  #onDialogClose({ target }: Event): void {
    const dialog = target as HTMLDialogElement;
    if (dialog.returnValue == 'erase') void this.#erase();
    dialog.returnValue = '';
  }

  #bar() {
    const { actions } = this.l10n.texts;
    const { id, following } = this.#log;
    const formats = { json: 'JSON', otlp: 'OTLP' };
    return html`<div class="bar">
      <div>
        ${groupedId(id)}
        ${
          canCopy()
            ? html`<button class="button icon" aria-label=${actions.copyId} title=${actions.copyId}
              @click=${async () => this.#sayCopied(await copyText(id))}>
              <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4 4V1h7v7H8M1 4h7v7H1z" /></svg>
            </button>`
            : nothing
        }
      </div>
      <div>
        <button class="button" aria-pressed=${following == 'off' ? 'false' : 'true'} @click=${this.#toggleFollow}>
          <span class="dot"></span>${actions.follow}
        </button>
        ${Object.entries(formats).map(
          ([format, name]) =>
            html`<a class="button" href="${sessionUrl(id)}/export?format=${format}" download aria-label=${actions.exportAs(name)}>↓ ${name}</a>`,
        )}
        <button class="button danger" @click=${() => this.renderRoot.querySelector('dialog')!.showModal()}>${actions.erase}</button>
      </div>
    </div>`;
  }

  #facts() {
    const { texts, format } = this.l10n;
    const { facts } = texts;
    const { summary, startedAt, records } = this.#log;
    const { first, last, pages } = summary;
    const began = startedAt ?? first;
    const more = pages.length - MOST_PAGES;
    const all: readonly (readonly [name: string, value: string])[] = [
      [facts.began, began == null ? '' : format.dateTime(began)],
      [facts.lasted, first == null || last == null ? '' : format.duration(last - first)],
      [facts.browser, summary.browser ?? ''],
      [facts.release, summary.release ?? ''],
      [facts.records, format.number(Math.max(summary.records, records.length))],
      [facts.problems, format.number(summary.problems)],
      [facts.pages, pages.slice(0, MOST_PAGES).join(', ') + (more > 0 ? ` ${facts.more(more)}` : '')],
    ];
    return html`<dl>${all.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing))}</dl>`;
  }

  #dialog() {
    const { erase, cancel } = this.l10n.texts;
    return html`<dialog aria-labelledby="erase" @close=${this.#onDialogClose}>
      <h2 id="erase">${erase.heading}</h2>
      <p>${groupedId(this.#log.id)}</p>
      <p class="soft">${erase.text(this.l10n.format.number(this.#log.records.length))}</p>
      <form method="dialog">
        <button class="button" value="">${cancel}</button>
        <button class="button erase" value="erase">${erase.button}</button>
      </form>
    </dialog>`;
  }

  protected override render(): TemplateResult {
    const { texts } = this.l10n;
    const { summary, records, error } = this.#log;
    return html`${this.#bar()}
      ${this.notice ? html`<p class="notice">${this.notice}</p>` : nothing}
      <div>
        <h1 tabindex="-1">${this.#sentence(summary, this.l10n)}</h1>
        ${this.#facts()}
      </div>
      ${error ? html`<p class="notice" role="alert">${error.status ? texts.failed(error.message) : texts.unreachable}</p>` : nothing}
      <desk-timeline .records=${records} .l10n=${this.l10n} @jump=${({ detail }: CustomEvent<string>) => void this.#list.reveal(detail)}></desk-timeline>
      <p class="say" role="status">${this._said}</p>
      <desk-records .records=${records} .l10n=${this.l10n} @copied=${({ detail }: CustomEvent<boolean>) => this.#sayCopied(detail)}></desk-records>
      ${this.#dialog()}`;
  }
}
