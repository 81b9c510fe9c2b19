import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiError, signIn } from './api.ts';
import type { L10n } from './l10n.ts';
import { shared } from './styles.ts';

/**
 * Asks for the desk's token.
 *
 * @fires {CustomEvent} signed-in - The desk gives answers now.
 */
export class DeskSignIn extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 1rem;
        max-width: 26rem;
        margin: 12vh auto 0;
        padding: 2rem;
      }
      h1 {
        font-size: 1.5rem;
        font-weight: 600;
      }
      label {
        display: grid;
        gap: 0.375rem;
        font-size: 0.875rem;
      }
      .button {
        justify-content: center;
      }
      .field,
      .button {
        min-height: 2.75rem;
      }
      [role='alert'] {
        color: var(--error);
        font-size: 0.875rem;
      }
      [role='alert']:empty {
        display: none;
      }
    `,
  ];

  static override properties: PropertyDeclarations = { l10n: { attribute: false }, _error: { state: true } };

  declare l10n: L10n;
  declare _error: ApiError | undefined;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')!.focus();
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input')!;
    try {
      await signIn(field.value);
      this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true, composed: true }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this._error = error;
      field.select();
    }
  }

  #message(): string {
    const { signIn, failed, unreachable } = this.l10n.texts;
    if (!this._error) return '';
    const { status, message } = this._error;
    if (status == 401) return signIn.wrong;
    return status == 429 ? signIn.tooMany : status ? failed(message) : unreachable;
  }

  protected override render(): TemplateResult {
    const { signIn } = this.l10n.texts;
    return html`<form class="card" @submit=${this.#onSubmit}>
      <h1>${signIn.heading}</h1>
      <p class="soft">${signIn.text}</p>
      <label>${signIn.token} <input class="field" type="password" autocomplete="current-password" required /></label>
      <p role="alert">${this.#message()}</p>
      <button class="button primary">${signIn.button}</button>
    </form>`;
  }
}
