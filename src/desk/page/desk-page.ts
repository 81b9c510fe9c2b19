import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ApiError, getStatus, signOut, type Status } from './api.ts';
import { pageStyles } from './desk-page.styles.ts';
import { l10nFor, LANGUAGES, preferredL10n, rememberLanguage, type L10n } from './l10n.ts';
import { lookUp, type Found } from './look-up.ts';
import { candidates, hero, missing } from './no-session.ts';
import { DeskRecords } from './record-list.ts';
import { DeskSearch } from './search-box.ts';
import { DeskSession } from './session-view.ts';
import { DeskSignIn } from './sign-in.ts';
import { shared, tokens } from './styles.ts';
import { TEXTS } from './texts.ts';
import { DeskTimeline } from './timeline.ts';

/** What is on the page. */
type View =
  | Found
  | { readonly name: 'home' | 'loading' | 'sign-in' }
  | { readonly name: 'failed'; readonly error: ApiError }
  | { readonly name: 'erased'; readonly count: number };

/** What the address asks for; undefined for nothing yet. */
function typedIn(path: string): string | undefined {
  const [, typed] = /^\/sessions\/([^/]+)/.exec(path) ?? [];
  try {
    return typed && decodeURIComponent(typed);
  } catch {
    // A broken escape was never written by us.
    return typed;
  }
}

const pathOf = (id: string): string => `/sessions/${encodeURIComponent(id)}`;

/** The desk: where support looks a session up. Shows what the address asks for. */
export class DeskPage extends LitElement {
  static override styles = [shared, tokens, pageStyles];

  static override properties: PropertyDeclarations = {
    _view: { state: true },
    _typed: { state: true },
    _status: { state: true },
    _l10n: { state: true },
  };

  declare _view: View;
  declare _typed: string;
  declare _status: Status | undefined;
  declare _l10n: L10n;

  /** Counts look-ups: an answer that comes after the next one was asked for is of no use. */
  #asked = 0;

  constructor() {
    super();
    this._view = { name: 'home' };
    this._typed = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#onPopState);
    this.#onPopState();
    void this.#readStatus();
    // The first use of `Intl` takes its time: the requests are on their way then.
    this._l10n = preferredL10n();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#onPopState);
  }

  readonly #onPopState = () => {
    const typed = typedIn(location.pathname);
    if (typed) void this.#lookUp(typed);
    else this.#goHome();
  };

  #goHome(): void {
    this.#asked++;
    this._typed = '';
    this._view = { name: 'home' };
  }

  /** Where the desk does not say how it is, the note about it is left out. */
  async #readStatus(): Promise<void> {
    this._status = await getStatus().catch(() => undefined);
    if (this._status?.needsToken && !this._status.signedIn && this._view.name == 'home') this._view = { name: 'sign-in' };
  }

  async #lookUp(typed: string): Promise<void> {
    const asked = ++this.#asked;
    this._typed = typed.trim();
    this._view = { name: 'loading' };
    const view = await lookUp(typed).catch((error): View => {
      if (!(error instanceof ApiError)) throw error;
      return error.status == 401 ? { name: 'sign-in' } : { name: 'failed', error };
    });
    if (asked != this.#asked) return;
    this._view = view;
    // What was found has the address of its ID, so that it can be sent to others.
    if (view.name == 'session') history.replaceState(null, '', pathOf(view.page.id));
  }

  #search(typed: string): void {
    history.pushState(null, '', pathOf(typed.trim()));
    void this.#lookUp(typed);
  }

  /** A link within the page, unless it is to open elsewhere. */
  readonly #onLink = (event: MouseEvent): void => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', (event.currentTarget as HTMLAnchorElement).href);
    this.#onPopState();
  };

  #onLanguage({ target }: Event): void {
    const language = LANGUAGES[(target as HTMLSelectElement).selectedIndex]!;
    rememberLanguage(language);
    this._l10n = l10nFor(language);
  }

  async #onSignedIn(): Promise<void> {
    this._view = { name: 'home' };
    await this.#readStatus();
    this.#onPopState();
  }

  async #signOut(): Promise<void> {
    await signOut().catch(() => undefined);
    await this.#readStatus();
    this._view = { name: 'sign-in' };
  }

  protected override updated(changed: PropertyValues): void {
    const { language, texts } = this._l10n;
    document.documentElement.lang = language;
    document.title = this._typed ? `${this._typed} – ${texts.title}` : texts.title;
    if (!changed.has('_view')) return;
    if (this._view.name == 'home') this.renderRoot.querySelector<DeskSearch>('desk-search')?.focus();
    else this.renderRoot.querySelector<HTMLElement>('.hero h1')?.focus();
  }

  #view(): unknown {
    const { texts } = this._l10n;
    const { notice, search, erase } = texts;
    const view = this._view;
    switch (view.name) {
      case 'home':
        return hero(
          search.heading,
          html`<desk-search large .l10n=${this._l10n}></desk-search><p class="soft">${search.hint}</p>`,
        );
      case 'loading':
        return html`<p class="hero soft" role="status">${texts.loading}</p>`;
      case 'sign-in':
        return html`<desk-sign-in .l10n=${this._l10n} @signed-in=${this.#onSignedIn}></desk-sign-in>`;
      case 'failed': {
        const { status, message } = view.error;
        return hero(
          status ? texts.failed(message) : texts.unreachable,
          html`<button class="button" @click=${this.#onPopState}>${texts.retry}</button>`,
        );
      }
      case 'erased':
        return hero(erase.done, html`<p>${erase.doneText(view.count)}</p>`);
      case 'missing':
        return missing(view, this._typed, this._status?.retention, this._l10n);
      case 'candidates':
        return candidates(view, this._typed, this._l10n, this.#onLink);
      case 'session': {
        const { how, page } = view;
        const said = how == 'exact' ? '' : notice[how](this._typed);
        return html`<desk-session .page=${page} .notice=${said} .l10n=${this._l10n}
          @erased=${({ detail }: CustomEvent<number>) => (this._view = { name: 'erased', count: detail })}></desk-session>`;
      }
    }
  }

  #footer() {
    const { texts, format, timeZone } = this._l10n;
    const { retention, withoutSession } = this._status ?? {};
    return html`<footer>
      <span>${texts.footer.zone(timeZone.replaceAll('_', ' '))}</span>
      ${retention ? html`<span>${texts.footer.kept(format.span(retention))}</span>` : nothing}
      ${withoutSession ? html`<span>${texts.footer.withoutSession(withoutSession)}</span>` : nothing}
    </footer>`;
  }

  protected override render(): TemplateResult {
    const { texts, language } = this._l10n;
    const { name } = this._view;
    const search = ({ detail }: CustomEvent<string>) => this.#search(detail);
    return html`<header class="top" @look-up=${search}>
        <a class="name" href="/" @click=${this.#onLink}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 12h4l3-7 4 14 3-7h4" /></svg>${texts.title}
        </a>
        ${
          name == 'home' || name == 'sign-in'
            ? nothing
            : html`<desk-search .l10n=${this._l10n} .value=${this._typed}></desk-search>`
        }
        <div class="reader">
          <select aria-label=${texts.language} @change=${this.#onLanguage}>
            ${LANGUAGES.map((each) => html`<option lang=${each} ?selected=${each == language}>${TEXTS[each].name}</option>`)}
          </select>
          ${
            this._status?.needsToken && this._status.signedIn
              ? html`<button class="button" @click=${this.#signOut}>${texts.signIn.leave}</button>`
              : nothing
          }
        </div>
      </header>
      <main @look-up=${search}>${this.#view()}</main>
      ${this.#footer()}`;
  }
}

customElements.define('desk-search', DeskSearch);
customElements.define('desk-sign-in', DeskSignIn);
customElements.define('desk-timeline', DeskTimeline);
customElements.define('desk-records', DeskRecords);
customElements.define('desk-session', DeskSession);
customElements.define('desk-page', DeskPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-search': DeskSearch;
    'desk-sign-in': DeskSignIn;
    'desk-timeline': DeskTimeline;
    'desk-records': DeskRecords;
    'desk-session': DeskSession;
    'desk-page': DeskPage;
  }
}
