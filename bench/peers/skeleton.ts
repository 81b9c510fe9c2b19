import { css, html, LitElement, type TemplateResult } from 'lit';

/**
 * What any badge of lit would be that looks like ours: the same elements, an ID that is there from the start, the words of one
 * language. No session, no feedback, no panel, no settings.
 */
class BenchSkeleton extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
    }
    div,
    div > span {
      display: flex;
      align-items: center;
      gap: 0 0.5em;
    }
    bdi {
      font-family: ui-monospace, monospace;
      width: 19ch;
    }
    bdi > * + * {
      margin-left: 0.4em;
    }
    button {
      min-width: 24px;
      min-height: 24px;
      padding: 0;
      border: 1px solid;
      background: none;
      color: inherit;
      font: inherit;
    }
    svg {
      width: 16px;
      fill: none;
      stroke: currentColor;
    }
    [popover]:not(:popover-open) {
      display: none;
    }
  `;

  copy(): Promise<void> {
    return navigator.clipboard.writeText('6fgje00123456782');
  }

  protected override render(): TemplateResult {
    return html`<div lang="en">
      <span
        ><span part="status" role="status"></span><span part="label"><slot name="label">Session ID</slot></span></span
      >
      <span
        ><bdi part="id" dir="ltr" translate="no"
          ><span>6fgj</span><span>e001</span><span>2345</span><span>6782</span></bdi
        ><button part="copy-button" aria-label="Copy session ID" @click=${this.copy}>
          <slot name="copy-icon"><svg viewBox="0 0 12 12"><path d="M4 4V1h7v7H8M1 4h7v7H1z" /></svg></slot></button
        ><button part="info-button" aria-label="What is this?" popovertarget="info"><slot name="info-icon">?</slot></button>
        <div part="info" id="info" role="dialog" aria-label="What is this?" popover></div
      ></span>
    </div>`;
  }
}
customElements.define('bench-skeleton', BenchSkeleton);
