import type { html as Html, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Session } from '../../session/types.js';
import type { Language } from '../words.js';
import { loadTexts } from './load-texts.js';
import { reportText, type ReportFacts } from './report.js';
import { spell } from './spelling.js';
import type { Texts } from './texts.js';

export { panelStyles } from './styles.js';

/** For so long a report that has been seen is the one that is copied, in ms, if nothing in it has changed but the time. */
const SEEN = 60_000;

/** What the panel shows beside its texts. */
export interface InfoFacts extends Omit<ReportFacts, 'session'> {
  readonly session: Session | null;
  /** The ID before this one. */
  readonly earlierId: string | undefined;
  /** Whether the button copies a report, and so what is in it has to be seen. */
  readonly isReport: boolean;
}

/** Not in Chrome before 114, Firefox before 125 and Safari before 17. */
const hasPopover = (panel: HTMLElement): boolean => 'popover' in panel;

/** What the panel does beside the badge's own button: it opens and closes by the browser's hand. */
type Host = Pick<ReactiveControllerHost, 'requestUpdate'> & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Explanation, spelling and report of one badge, and what the panel around them does. It comes in a file of its own when it
 * is first needed, and imports nothing of what the badge itself has loaded: `html` is handed over.
 */
export class Info {
  readonly #host: Host;
  readonly #panel: HTMLElement;
  readonly #texts = new Map<Language, Texts>();
  #seen: { readonly id: string; readonly text: string; readonly at: number } | undefined;
  #isOpen = false;
  #closedAt = 0;

  constructor(host: Host, panel: HTMLElement) {
    this.#host = host;
    this.#panel = panel;
    // Closed only once it is no longer there: the focus goes back to the button only from an element that still is.
    panel.addEventListener('toggle', ({ newState }) => {
      this.#toggle(newState == 'open');
      if (this.#isOpen) panel.focus();
    });
    this.follow();
  }

  /** Rejects where the texts cannot be had. */
  async load(language: Language): Promise<void> {
    if (!this.#texts.has(language)) this.#texts.set(language, await loadTexts(language));
  }

  /** The texts of a language, once loaded. */
  textsOf(language: Language): Texts | undefined {
    return this.#texts.get(language);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opened or closed without a word to this file: before it was there, or where the browser has no popovers. */
  follow(): void {
    const panel = this.#panel;
    const isOpen = panel.matches(hasPopover(panel) ? ':popover-open' : '.open');
    if (isOpen == this.#isOpen) return;
    this.#toggle(isOpen);
    // Unless the customer has gone on inside the badge meanwhile.
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (isOpen && hasPopover(panel) && (!activeElement || activeElement == this.#button)) panel.focus();
  }

  beforeToggle({ newState }: ToggleEvent): void {
    if (newState == 'open') this.#toggle(true);
    // Chromium gives the focus back only from a popover outside of shadow roots.
    else if (this.#panel.contains((this.#host.renderRoot as ShadowRoot).activeElement)) this.#button.focus();
  }

  get #button(): HTMLElement {
    return this.#host.renderRoot.querySelector('[popovertarget]')!;
  }

  #toggle(isOpen: boolean): void {
    if (isOpen && !this.#isOpen) this.#seen = undefined;
    if (!isOpen) this.#closedAt = Date.now();
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  #close = (): void => {
    if (hasPopover(this.#panel)) return this.#panel.hidePopover();
    this.#panel.classList.remove('open');
    this.#toggle(false);
  };

  /**
   * The report that a click copies: the one in the open panel; the one that was there a moment ago, since the click on the
   * badge's button closes the panel; else one of this moment. Undefined without a session.
   */
  report({ session, ...facts }: InfoFacts, texts: Texts): string | undefined {
    if (!session) return;
    const textAt = (at: number) => reportText({ session, ...facts }, texts, at);
    const seen = this.#seen;
    if (seen?.id == session.id && (this.#isOpen || (Date.now() - this.#closedAt < SEEN && textAt(seen.at) == seen.text))) {
      return seen.text;
    }
    const at = Date.now();
    const text = textAt(at);
    if (this.#isOpen) this.#seen = { id: session.id, text, at };
    return text;
  }

  /** What is in the panel; undefined while it is closed. */
  content(html: typeof Html, facts: InfoFacts, texts: Texts): TemplateResult | undefined {
    if (!this.#isOpen) return;
    const { session, earlierId } = facts;
    const report = facts.isReport && this.report(facts, texts);
    return html`<div id="explanation"><slot name="explanation">${texts.explanation}</slot></div>
      ${
        session &&
        html`<details>
        <summary>${texts.spell}</summary>
        ${spell(session.id, texts).map((line) => html`<div>${line}</div>`)}
      </details>`
      }
      ${earlierId && html`<p>${texts.earlier} <bdi dir="ltr" translate="no">${earlierId}</bdi></p>`}
      ${report ? html`<p>${texts.preview}</p><pre part="report" dir="ltr" translate="no">${report}</pre>` : ''}
      <button part="close-button" @click=${this.#close}>${texts.close}</button>`;
  }
}
