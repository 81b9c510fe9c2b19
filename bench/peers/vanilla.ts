/** The same as the floor without lit, so that it shows what lit itself costs. */
class BenchVanilla extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<span part="id">6fgje00123456782</span><button part="copy-button">Copy</button>';
    root.querySelector('button')!.addEventListener('click', () => this.copy());
  }

  copy(): Promise<void> {
    return navigator.clipboard.writeText('6fgje00123456782');
  }
}
customElements.define('bench-vanilla', BenchVanilla);
