import { html, LitElement, type TemplateResult } from 'lit';

/** The floor: the least that a lit element with a text and a button that copies it can be. No style, no word, no session. */
class BenchFloor extends LitElement {
  copy(): Promise<void> {
    return navigator.clipboard.writeText('6fgje00123456782');
  }

  protected override render(): TemplateResult {
    return html`<span part="id">6fgje00123456782</span><button part="copy-button" @click=${this.copy}>Copy</button>`;
  }
}
customElements.define('bench-floor', BenchFloor);
