import '@shoelace-style/shoelace/dist/components/copy-button/copy-button.js';

/** The same of what there is: Shoelace's copy button beside a text. Its theme's style sheet is not in it. */
class BenchShoelace extends HTMLElement {
  connectedCallback(): void {
    this.attachShadow({ mode: 'open' }).innerHTML =
      '<span part="id">6fgje00123456782</span><sl-copy-button part="copy-button" value="6fgje00123456782"></sl-copy-button>';
  }
}
customElements.define('bench-shoelace', BenchShoelace);
