import type { ReactiveControllerHost } from 'lit';
import type { CopyOutcome } from './copy-outcome.js';

/** How the last copy ended, for as long as the badge shows it. */
export class Feedback {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #outcome: CopyOutcome | undefined;
  #isSpoken = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get outcome(): CopyOutcome | undefined {
    return this.#outcome;
  }

  /** The outcome once the live region says it, too. It is emptied first, so that a second copy is announced as well. */
  get spoken(): CopyOutcome | undefined {
    return this.#isSpoken ? this.#outcome : undefined;
  }

  /** Shown at once, said a task later, and gone after `duration` ms where the customer has nothing left to do about it. */
  show(outcome: CopyOutcome, duration: number): void {
    this.#set(outcome, false);
    this.#timer = setTimeout(() => {
      this.#set(outcome, true);
      if (outcome.ok) this.#timer = setTimeout(() => this.end(), duration);
    }, 50);
  }

  end(): void {
    this.#set(undefined, false);
  }

  #set(outcome: CopyOutcome | undefined, isSpoken: boolean): void {
    clearTimeout(this.#timer);
    this.#outcome = outcome;
    this.#isSpoken = isSpoken;
    this.#host.requestUpdate();
  }
}
