import {
  html,
  nothing,
  ReactiveElement,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { attempt } from '../session/attempt.js';
import { hint } from '../session/hint.js';
import { within } from '../session/sleep.js';
import type { SessionChange } from '../session/types.js';
import { LEAST_FEEDBACK, toDuration, toFormat, toSupportUrl } from './converters.js';
import type { CopyOutcome } from './copy-outcome.js';
import { copyText, PATIENCE, type Copied } from './copy-text.js';
import { Feedback } from './feedback.js';
import { groupsOf } from './id-groups.js';
import { hasPopover, InfoPanel } from './info-panel.js';
import type { Texts } from './info/texts.js';
import { followLanguage, languageOf, unfollowLanguage } from './language.js';
import { SessionElement } from './session-element.js';
import { styles } from './styles.js';
import { knownLanguage, wordsOf, type Language, type Words } from './words.js';

/**
 * Shows the session ID of this visit and copies it for support. Works without any attribute.
 *
 * @customElement session-id-badge
 * @attr {string} lang - The badge's language, if not that of the nearest `lang` around it.
 * @fires {CustomEvent<SessionChange>} session-change - The page has a session, or another one than before. Each badge tells each change once, the first in a task after its first connection.
 * @fires {CustomEvent<CopyOutcome>} session-id-copy - The ID is on the clipboard.
 * @fires {CustomEvent<CopyOutcome>} session-id-copy-error - It is not; `detail.manual` says that it is left selected for the customer's own keys.
 * @slot label - Stands before the ID, in place of the words in the page's language.
 * @slot copy-icon - The picture on the copy button.
 * @slot copied-icon - The picture there after a copy that worked.
 * @slot info-icon - The picture on the button that opens the explanation.
 * @slot explanation - Replaces the explanation in the panel.
 * @csspart label - The words before the ID.
 * @csspart id - The ID.
 * @csspart copy-button - The button that copies.
 * @csspart status - The feedback, and the one live region.
 * @csspart info-button - The button that opens the explanation.
 * @csspart info - The panel with the explanation, the spelling for the phone, and the report where one is copied.
 * @csspart report - In the panel: the text that will be copied.
 * @csspart close-button - In the panel.
 * @csspart support-link - The link to support, where there is a `support-href`.
 * @cssprop [--session-id-badge-gap=0.5em] - Between label, ID and buttons.
 * @cssprop [--session-id-badge-id-font=ui-monospace, monospace] - Family of the ID.
 * @cssprop [--session-id-badge-button-border=1px solid] - Around the buttons.
 * @cssprop [--session-id-badge-button-radius=4px] - Their corners.
 * @cssstate pending - No session is settled yet.
 * @cssstate copied - The ID has just been copied.
 * @cssstate copy-failed - The last copy failed.
 */
export class SessionIdBadge extends SessionElement {
  static override get styles(): CSSResult {
    return styles;
  }

  static override get properties(): PropertyDeclarations {
    return {
      copyFormat: { attribute: 'copy-format' },
      appVersion: { attribute: 'app-version' },
      supportHref: { attribute: 'support-href' },
      trail: {},
      feedbackDuration: { attribute: 'feedback-duration' },
      ownLang: { attribute: 'lang' },
      words: { attribute: false },
      texts: { attribute: false },
    };
  }

  /** What the button copies: the bare `id` (default), or a `report` with it: labelled lines on page, browser and moment. */
  declare copyFormat: 'id' | 'report' | null | undefined;
  /** Version of your software, for the report and the trail. */
  declare appVersion: string | null | undefined;
  /** Shows a link to support: `https:`, `mailto:` or an address on your own origin, with `{session-id}` where the ID goes. */
  declare supportHref: string | null | undefined;
  /** An OTLP/HTTP address for logs, such as `/v1/logs`: records what happens in the session and sends it there. Removed, it ends. */
  declare trail: string | null | undefined;
  /** How long "Copied" stays, in ms. Default and least 2000, at most 60000. */
  declare feedbackDuration: number | null | undefined;
  /** Your own words in place of those in the page's language. */
  declare words: Words | null | undefined;
  /** Your own long texts, likewise; `session-id-badge/locales/*` has those that are there. */
  declare texts: Texts | null | undefined;

  /** The ID that is in the DOM. */
  #shownId = '';
  readonly #states = this.attachInternals?.().states as Set<string> | undefined;
  readonly #feedback = new Feedback(this);
  /** There once it is needed: of a thousand badges perhaps one is asked. */
  #panel: InfoPanel | undefined;

  /**
   * Does what a click on the button does, and answers how that went. Call it in a click or key handler, before any `await`: browsers
   * let nothing else write to the clipboard. Never rejects.
   */
  async copy(): Promise<CopyOutcome> {
    const outcome = await copyText(
      () => this.#bdi,
      this.#copied(),
      () => this.#settle(),
    );
    this.#feedback.show(Object.freeze(outcome), this.feedbackDuration ?? LEAST_FEEDBACK);
    this.tell('session-id-copy' + (outcome.ok ? '' : '-error'), outcome);
    return outcome;
  }

  get #bdi(): Element {
    return this.renderRoot.querySelector('bdi')!;
  }

  /** What a click copies; undefined while that is not there. */
  #copied(): Copied | undefined {
    const id = this.session?.id;
    const text = this.copyFormat == 'report' ? this.#info.report() : id;
    return id && text ? { id, text } : undefined;
  }

  /** Waits for it. Where the report cannot be had in time, the bare ID it is. */
  async #settle(): Promise<Copied> {
    let end: (() => void) | undefined;
    const session = new Promise((resolve) => (end = this.manager?.onChange(resolve)));
    await within(PATIENCE, Promise.all([session, this.copyFormat == 'report' && this.#info.load()]));
    end?.();
    const { id } = this.session!;
    return this.#copied() ?? { id, text: id };
  }

  get #info(): InfoPanel {
    return (this.#panel ??= new InfoPanel(this, () => {
      const language = this.#language;
      return {
        language,
        label: wordsOf(language, this.words).label,
        ownTexts: this.texts,
        session: this.session,
        earlierId: this.earlierId,
        isReport: this.copyFormat == 'report',
        appVersion: this.appVersion,
        lines: this.manager?.description ?? [],
      };
    }));
  }

  get #language(): Language {
    return knownLanguage(languageOf(this), !!this.words);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A server that calls this has no page around it, and nothing to follow.
    if (this.isConnected) followLanguage(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unfollowLanguage(this);
  }

  /** What a server rendered makes room for what is rendered here: the same, and then with an ID, which a server never has. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (!this.shadowRoot) return super.createRenderRoot();
    this.shadowRoot.replaceChildren();
    // Past Lit's hydration, where the host has loaded it: it would look for what has just gone.
    return (ReactiveElement.prototype as unknown as this).createRenderRoot.call(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('feedbackDuration')) this.feedbackDuration = toDuration(this.feedbackDuration);
    if (changed.has('copyFormat')) this.copyFormat = toFormat(this.copyFormat);
    if (this.isConnected && (this.trail ?? changed.get('trail')) != null && changed.has('trail')) {
      import('../trail/trail.js')
        .then(({ followTrail }) => followTrail(this.manager!, this.trail, this.appVersion))
        .catch((error) => hint('trail', this.trail, 'warn', String(error)));
    }
    // Never "Copied" beside an ID that was not.
    if (this.#feedback.outcome && this.#feedback.outcome.id != this.session?.id) this.#feedback.end();
    // There before the click, so that the click can write at once.
    if (this.isConnected && this.copyFormat == 'report') this.#info.load();
  }

  protected override render(): TemplateResult {
    const { outcome, spoken } = this.#feedback;
    const id = this.session?.id ?? '';
    const language = this.#language;
    const words = wordsOf(language, this.words);
    const supportUrl = this.supportHref == null ? undefined : toSupportUrl(this.supportHref, id);
    // The data make room for each feedback.
    return html`<div lang=${this.words ? languageOf(this) : language}>
      <span data-copied=${words.copied} data-failed=${words.failed}>
        <span part="status" role="status">${spoken && (spoken.ok ? words.copied : spoken.manual ? words.press : words.failed)}</span>
        <span part="label"><slot name="label">${words.label}</slot></span>
        <i data-press=${words.press}></i>
      </span>
      <span>
        <bdi part="id" dir="ltr" translate="no"></bdi>
        <button part="copy-button" aria-label=${words.copy} @click=${this.copy}>
          <slot name=${outcome?.ok ? 'copied-icon' : 'copy-icon'}>
            <svg viewBox="0 0 12 12"><path d=${outcome?.ok ? 'M1 7l3 3 7-8' : 'M4 4V1h7v7H8M1 4h7v7H1z'} /></svg>
          </slot>
        </button>
        <button part="info-button" aria-label=${words.info} popovertarget="info" @click=${hasPopover ? nothing : this.#press}>
          <slot name="info-icon">?</slot>
        </button>
        <div
          part="info"
          id="info"
          role="dialog"
          aria-label=${words.info}
          aria-describedby="explanation"
          aria-busy="true"
          tabindex="-1"
          popover
          @beforetoggle=${this.#beforeToggle}
        ></div>
      </span>
      ${supportUrl == null ? '' : html`<span><a part="support-link" href=${supportUrl || nothing}>${words.support}</a></span>`}
    </div>`;
  }

  #press(): void {
    this.#info.press();
  }

  #beforeToggle(event: ToggleEvent): void {
    this.#info.beforeToggle(event);
  }

  protected override updated(): void {
    const id = this.session?.id ?? '';
    if (id != this.#shownId) {
      this.#shownId = id;
      this.#bdi.replaceChildren(...groupsOf(id));
    }
    this.#panel?.update();
    const { outcome } = this.#feedback;
    const states = { pending: !this.session, copied: outcome?.ok, 'copy-failed': outcome?.ok === false };
    for (const [name, on] of Object.entries(states)) {
      // Chrome 90 to 124 takes only names that begin with `--`, and throws.
      attempt(() => this.#states?.[on ? 'add' : 'delete'](name));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-id-badge': SessionIdBadge;
  }
  // What HTMLElementEventMap, DocumentEventMap and WindowEventMap have in common: the events bubble to all of them.
  interface GlobalEventHandlersEventMap {
    'session-change': CustomEvent<SessionChange>;
    'session-id-copy': CustomEvent<CopyOutcome>;
    'session-id-copy-error': CustomEvent<CopyOutcome>;
  }
}
