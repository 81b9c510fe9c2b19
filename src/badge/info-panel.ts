import { html, type LitElement, type TemplateResult } from 'lit';
import { hint } from '../session/hint.js';
import type { Info, InfoFacts } from './info/info.js';
import type { Texts } from './info/texts.js';
import { withOwn, type Language } from './words.js';

/** What the panel asks its badge for, at the moment when it needs it. */
export interface PanelFacts extends InfoFacts {
  readonly language: Language;
  /** The host's own texts. */
  readonly ownTexts: Texts | null | undefined;
}

/** Not in Chrome before 114, Firefox before 125 and Safari before 17: there the panel simply shows below. */
const hasPopover = 'popover' in (globalThis.HTMLElement?.prototype ?? {});

/**
 * The button that opens the explanation, and the panel. What is in the panel, and the report, come in a file of their own
 * when they are first needed: most visitors never do.
 */
export class InfoPanel {
  readonly #host: LitElement;
  readonly #facts: () => PanelFacts;
  #info: Info | undefined;
  #loading: Promise<void> | undefined;
  #isOpen = false;
  #hasFailed = false;

  constructor(host: LitElement, facts: () => PanelFacts) {
    this.#host = host;
    this.#facts = facts;
  }

  /** Brings all that is needed in the page's language, and renders the badge again. Never rejects: the ID can be copied without it. */
  load = (): Promise<void> => (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));

  async #load(): Promise<void> {
    const { language } = this.#facts();
    if (this.#info?.textsOf(language)) return;
    try {
      this.#info ??= new (await import('./info/info.js')).Info();
      await this.#info.load(language);
      this.#info.toggle(this.#isOpen);
      this.#host.requestUpdate();
    } catch (error) {
      hint('info', language, String(error), 'warn');
      this.#hasFailed = true;
      this.#host.requestUpdate();
    }
  }

  /** What a click copies in place of the ID; undefined while it is not there. */
  report(): string | undefined {
    const facts = this.#facts();
    const texts = this.#texts(facts);
    return texts && this.#info!.report(facts, texts);
  }

  #texts({ language, ownTexts }: PanelFacts): Texts | undefined {
    const texts = this.#info?.textsOf(language);
    return texts && withOwn('texts', texts, ownTexts);
  }

  /** `name`: what screen readers call both. */
  render(name: string): TemplateResult {
    const content = this.#isOpen && this.#renderContent();
    return html`<button
        part="info-button"
        aria-label=${name}
        popovertarget="info"
        @pointerenter=${this.load}
        @focus=${this.load}
        @click=${this.#toggleWithoutPopover}
      >
        <slot name="info-icon">?</slot>
      </button>
      <div
        part="info"
        id="info"
        role="dialog"
        aria-label=${name}
        aria-describedby="explanation"
        aria-busy=${this.#isOpen && !content}
        tabindex="-1"
        popover
        @beforetoggle=${this.#beforeToggle}
        @toggle=${({ newState }: ToggleEvent) => (newState == 'open' ? this.#panel.focus() : this.#toggle(false))}
      >
        ${content || ''}
      </div>`;
  }

  /** Undefined while it is being loaded. Where that has failed, what there is without: the host's explanation, or the ID. */
  #renderContent(): TemplateResult | undefined {
    const facts = this.#facts();
    const texts = this.#texts(facts);
    if (texts) return this.#info!.render(html, facts, texts, this.#close);
    if (this.#hasFailed) return html`<slot name="explanation">${facts.label}: ${facts.session?.id}</slot>`;
    this.load();
  }

  #beforeToggle = ({ newState }: ToggleEvent): void => {
    if (newState == 'open') this.#toggle(true);
    // Chromium gives the focus back only from a popover outside of shadow roots.
    else if (this.#panel.contains((this.#host.renderRoot as ShadowRoot).activeElement)) this.#button.focus();
  };

  // Closed only once it is no longer there: the focus goes back to the button only from an element that still is.
  #toggle(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#hasFailed = false;
    this.#info?.toggle(isOpen);
    this.#host.requestUpdate();
  }

  get #panel(): HTMLElement {
    return this.#host.renderRoot.querySelector('[popover]')!;
  }

  get #button(): HTMLElement {
    return this.#host.renderRoot.querySelector('[popovertarget]')!;
  }

  #close = (): void => {
    if (hasPopover) this.#panel.hidePopover();
    else this.#toggleWithoutPopover();
  };

  #toggleWithoutPopover = (): void => {
    if (hasPopover) return;
    this.#toggle(!this.#isOpen);
    this.#panel.classList.toggle('open');
  };
}
