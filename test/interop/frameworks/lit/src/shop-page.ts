import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import 'session-id-badge';
import type { CopyOutcome, SessionChange, Words } from 'session-id-badge';

const words: Words = {
  label: 'Support code',
  copy: 'Copy session ID',
  copied: 'Copied',
  failed: 'Not copied',
  press: 'Press Ctrl/⌘+C',
  info: 'What is this?',
  support: 'Contact support',
};

const asked = new URLSearchParams(location.search).get('signed-in');

@customElement('shop-page')
export class ShopPage extends LitElement {
  @state() private signedIn = asked == null ? undefined : asked == 'true';
  @state() private isShown = true;
  @state() private log: readonly string[] = [];

  // In the page itself, as its main part and its footer.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    document.body.dataset.ready = '';
  }

  protected override render(): unknown {
    return html`
      <main>
        <button id="sign-in" @click=${() => (this.signedIn = true)}>Sign in</button>
        <button id="sign-out" @click=${() => (this.signedIn = false)}>Sign out</button>
        <button id="forget" @click=${() => (this.signedIn = undefined)}>Forget</button>
        <button id="toggle" @click=${() => (this.isShown = !this.isShown)}>Badge</button>
        <ol id="log">
          ${this.log.map((line) => html`<li>${line}</li>`)}
        </ol>
      </main>
      ${this.isShown ? this.renderFooter() : ''}
    `;
  }

  private renderFooter(): unknown {
    return html`<footer>
      <p id="edit">Before</p>
      <session-id-badge
        app-version="4.2.0"
        support-href="https://help.example/?session={session-id}"
        .words=${words}
        .maxDuration=${3_600_000}
        .signedIn=${this.signedIn}
        @session-change=${({ detail }: CustomEvent<SessionChange>) => this.write(`${detail.reason} ${detail.session.id}`)}
        @session-id-copy=${({ detail }: CustomEvent<CopyOutcome>) => this.write(`copied ${detail.id}`)}
        @session-id-copy-error=${() => this.write('not copied')}
      ></session-id-badge>
    </footer>`;
  }

  private write(line: string): void {
    this.log = [...this.log, line];
  }
}
