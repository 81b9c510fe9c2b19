import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
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

/**
 * The button that opens the explanation, and the panel. What is in the panel, and the report, come in a file of their own
 * when they are first needed: most visitors never do.
 */
export class InfoPanel {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #facts: () => PanelFacts;
  #info: Info | undefined;
  #loading: Promise<void> | undefined;
  #isOpen = false;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }, facts: () => PanelFacts) {
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
    return html`<button
        part="info-button"
        aria-label=${name}
        popovertarget="info"
        @pointerenter=${this.load}
        @focus=${this.load}
        @click=${this.#openWithoutPopover}
      >
        <slot name="info-icon">?</slot>
      </button>
      <dialog
        part="info"
        id="info"
        aria-label=${name}
        aria-describedby="explanation"
        popover
        @beforetoggle=${({ newState }: ToggleEvent) => this.#toggle(newState == 'open')}
        @close=${() => this.#toggle(false)}
      >${this.#renderContent()}</dialog>`;
  }

  #renderContent(): TemplateResult | undefined {
    if (!this.#isOpen) return;
    const facts = this.#facts();
    const texts = this.#texts(facts);
    if (texts) return this.#info!.render(html, facts, texts, this.#close);
    this.load();
  }

  #toggle(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#info?.toggle(isOpen);
    this.#host.requestUpdate();
  }

  get #dialog(): HTMLDialogElement {
    return this.#host.renderRoot.querySelector('dialog')!;
  }

  #close = (): void => {
    if (this.#dialog.open) this.#dialog.close();
    else this.#dialog.hidePopover();
  };

  /** Chrome before 114, Firefox before 125 and Safari before 17 have modal dialogs, but no popovers. */
  #openWithoutPopover = (): void => {
    if (!('popover' in HTMLElement.prototype)) {
      this.#dialog.showModal();
      this.#toggle(true);
    }
  };
}
