import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { L10n } from './l10n.ts';
import { shared } from './styles.ts';

/**
 * Where the agent pastes an ID.
 *
 * @fires {CustomEvent<string>} look-up - `detail` is what was typed.
 */
export class DeskSearch extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: flex;
        gap: 0.5rem;
      }
      input {
        flex: 1;
        min-width: 0;
        font-family: var(--mono);
      }
      input::placeholder {
        color: var(--soft);
        opacity: 1;
      }
      :host([large]) .field,
      :host([large]) .button {
        min-height: 3.25rem;
        padding-inline: 1.25rem;
        border-radius: 0.75rem;
        font-size: 1.125rem;
      }
      @media (max-width: 30rem) {
        :host([large]) form {
          flex-direction: column;
        }
        :host([large]) .button {
          justify-content: center;
        }
        :host([large]) .field {
          flex: none;
        }
      }
    `,
  ];

  static override properties: PropertyDeclarations = { l10n: { attribute: false }, value: {} };

  declare l10n: L10n;
  /** What stands in it. */
  declare value: string;

  constructor() {
    super();
    this.value = '';
  }

  /** To its field, once that is there. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')!.focus());
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const typed = this.renderRoot.querySelector('input')!.value;
    if (typed.trim()) this.dispatchEvent(new CustomEvent('look-up', { detail: typed, bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const { search } = this.l10n.texts;
    return html`<form role="search" @submit=${this.#onSubmit}>
      <input class="field" name="id" type="text" aria-label=${search.label} placeholder="6fgj e001 2345 6782" .value=${this.value}
        autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" maxlength="4000" />
      <button class="button primary">${search.button}</button>
    </form>`;
  }
}
