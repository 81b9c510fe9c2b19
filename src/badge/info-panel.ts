import { adoptStyles, html, render, unsafeCSS, type LitElement } from 'lit';
import { hint } from '../session/hint.js';
import type { Info, InfoFacts } from './info/info.js';
import type { Texts } from './info/texts.js';
import { styles } from './styles.js';
import { withOwn, type Language } from './words.js';

/** What the panel asks its badge for, at the moment when it needs it. */
export interface PanelFacts extends InfoFacts {
  readonly language: Language;
  /** The host's own texts. */
  readonly ownTexts: Texts | null | undefined;
}

/** Not in Chrome before 114, Firefox before 125 and Safari before 17: there the panel simply shows below. */
export const hasPopover = 'popover' in (globalThis.HTMLElement?.prototype ?? {});

/**
 * The panel behind "What is this?". What is in it, how it looks and what it does, and the report, come in a file of their own
 * when they are first needed: most visitors never do.
 */
export class InfoPanel {
  readonly #host: LitElement;
  readonly #facts: () => PanelFacts;
  #info: Info | undefined;
  #loading: Promise<void> | undefined;
  #hasFailed = false;

  constructor(host: LitElement, facts: () => PanelFacts) {
    this.#host = host;
    this.#facts = facts;
  }

  /** Brings all that is needed in the page's language, and renders the badge again. Never rejects: the ID can be copied without it. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  async #load(): Promise<void> {
    const { language } = this.#facts();
    if (this.#info?.textsOf(language)) return;
    try {
      if (!this.#info) {
        const { Info, panelStyles } = await import('./info/info.js');
        adoptStyles(this.#host.renderRoot as ShadowRoot, [styles, unsafeCSS(panelStyles)]);
        this.#info = new Info(this.#host, this.#panel);
      }
      await this.#info.load(language);
      this.#hasFailed = false;
    } catch (error) {
      hint('info', language, 'warn', String(error));
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
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

  /** The browser is about to open or close it. */
  beforeToggle(event: ToggleEvent): void {
    this.#info?.beforeToggle(event);
    if (event.newState == 'open') void this.load();
  }

  /** Opens or closes it where the browser cannot. */
  press(): void {
    this.#panel.classList.toggle('open');
    this.#info?.follow();
    void this.load();
  }

  /** Renders what is in the panel: where its file cannot be had, what there is without, the host's explanation or the ID. */
  update(): void {
    if (!this.#info && !this.#hasFailed) return;
    const facts = this.#facts();
    const texts = this.#texts(facts);
    const content = texts
      ? this.#info!.content(html, facts, texts)
      : this.#hasFailed && html`<slot name="explanation">${facts.label}: ${facts.session?.id}</slot>`;
    if (!content && this.#info?.isOpen) void this.load();
    const panel = this.#panel;
    panel.setAttribute('aria-busy', String(!content));
    render(content || '', panel);
  }

  get #panel(): HTMLElement {
    return this.#host.renderRoot.querySelector('[popover]')!;
  }
}
