import { afterNextRender, Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'session-id-badge';
import type { CopyOutcome, SessionChange, Words } from 'session-id-badge';

const asked = new URLSearchParams(location.search).get('signed-in');

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
  // Angular knows no element of that name, and lets any property and event of it be.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class App {
  protected readonly words: Words = {
    label: 'Support code',
    copy: 'Copy session ID',
    copied: 'Copied',
    failed: 'Not copied',
    press: 'Press Ctrl/⌘+C',
    info: 'What is this?',
    support: 'Contact support',
  };
  protected readonly maxDuration = 3_600_000;
  protected readonly signedIn = signal(asked == null ? undefined : asked == 'true');
  protected readonly isShown = signal(true);
  protected readonly log = signal<readonly string[]>([]);

  constructor() {
    afterNextRender(() => (document.body.dataset['ready'] = ''));
  }

  protected changed({ detail }: CustomEvent<SessionChange>): void {
    this.#add(`${detail.reason} ${detail.session.id}`);
  }

  protected copied({ detail }: CustomEvent<CopyOutcome>): void {
    this.#add(detail.ok ? `copied ${detail.id}` : 'not copied');
  }

  #add(line: string): void {
    this.log.update((lines) => [...lines, line]);
  }
}
