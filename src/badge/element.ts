import { html, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { attempt } from '../session/attempt.js';
import { sessionIdTime } from '../session/session-id.js';
import type { SessionChange } from '../session/types.js';
import { LEAST_FEEDBACK, toDuration } from './converters.js';
import type { CopyOutcome } from './copy-outcome.js';
import { copyText, timeout } from './copy-text.js';
import { SessionElement } from './session-element.js';
import { styles } from './styles.js';
import { wordsFor } from './words.js';

/**
 * Shows the session ID of this visit and copies it for support. Works without any attribute.
 *
 * @fires {CustomEvent<SessionChange>} session-change - The page has a session, or another one than before. Each badge tells each change once, the first in a task after its first connection.
 * @fires {CustomEvent<CopyOutcome>} session-id-copy - The ID is on the clipboard.
 * @fires {CustomEvent<CopyOutcome>} session-id-copy-error - It is not; `detail.manual` says that it is left selected for the customer's own keys.
 * @slot label - Stands before the ID, in place of the words in the page's language.
 * @slot copy-icon - The picture on the button.
 * @slot copied-icon - The picture on the button after a copy that worked.
 * @csspart label - The words before the ID.
 * @csspart id - The ID.
 * @csspart copy-button - The button.
 * @csspart status - The feedback, and the one live region.
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
      feedbackDuration: { attribute: 'feedback-duration', converter: toDuration },
      ownLang: { attribute: 'lang' },
    };
  }

  /** How long the feedback of a copy that worked stays, in ms. Default and least: 2000. */
  declare feedbackDuration: number | undefined;

  readonly #states = this.attachInternals?.().states as Set<string> | undefined;
  /** How the last copy ended, while the badge shows it. */
  #outcome: CopyOutcome | undefined;
  /** Whether the live region says so, too. It is emptied first, so that a second copy is announced as well. */
  #spoken = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Copies the ID, as a click on the button does, and shows how that went. Call it in a click or key handler, before
   * any `await`: browsers let nothing else write to the clipboard. Never rejects.
   */
  copy(): Promise<CopyOutcome> {
    return copyText(this.renderRoot.querySelector('bdi')!, this.session?.id, () =>
      Promise.race([timeout(), new Promise<string>((resolve) => this.manager?.onChange(({ session }) => resolve(session.id)))]),
    ).then((outcome) => {
      this.#show(Object.freeze(outcome));
      this.tell('session-id-copy' + (outcome.ok ? '' : '-error'), outcome);
      return outcome;
    });
  }

  /** Shown at once, said a task later, and gone after a while where the customer has nothing left to do about it. */
  #show(outcome?: CopyOutcome, spoken = false): void {
    clearTimeout(this.#timer);
    this.#outcome = outcome;
    this.#spoken = spoken;
    this.requestUpdate();
    if (!spoken) this.#timer = outcome && setTimeout(() => this.#show(outcome, true), 50);
    else if (outcome!.ok) this.#timer = setTimeout(() => this.#show(), this.feedbackDuration ?? LEAST_FEEDBACK);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Never "Copied" beside an ID that was not.
    if (this.#outcome && this.#outcome.id != this.session?.id) this.#show();
  }

  protected override render(): TemplateResult {
    const outcome = this.#outcome;
    const id = this.session?.id ?? '';
    const [label, copy, copied, failed, press] = wordsFor(this);
    // No white space inside the ID: what is selected must be the bare ID.
    return html`<div>
        <span part="status" role="status">${this.#spoken ? (outcome!.ok ? copied : outcome!.manual ? press : failed) : ''}</span>
        <span part="label"><slot name="label">${label}</slot></span>
      </div>
      <bdi part="id" dir="ltr" translate="no">${id.match(sessionIdTime(id) ? /.{4}/g : /.+/g)?.map((group) => html`<span>${group}</span>`)}</bdi>
      <button part="copy-button" aria-label=${copy} @click=${this.copy}>
        <slot name=${outcome?.ok ? 'copied-icon' : 'copy-icon'}>
          <svg viewBox="0 0 12 12"><path d="M4 4V1h7v7H8M1 4h7v7H1z" /></svg>
        </slot>
      </button>`;
  }

  protected override updated(): void {
    const outcome = this.#outcome;
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
