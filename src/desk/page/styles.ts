import { css } from 'lit';

/** Colours, shared by all elements: properties inherit into shadow roots. Each pair has the contrast of WCAG AA on `paper` and `card`. */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --paper: light-dark(#f6f5f2, #131416);
    --card: light-dark(#fff, #1a1c1f);
    --ink: light-dark(#1f1e1b, #eceae6);
    --soft: light-dark(#605c56, #a9a59e);
    --line: light-dark(#e4e1db, #303338);
    --edge: light-dark(#8f8b84, #74787d);
    --accent: light-dark(#0b5d6e, #83ccda);
    --on-accent: light-dark(#fff, #0b2026);
    --tint: light-dark(#e3eff1, #1c343a);
    --warning: light-dark(#955800, #f1bb5f);
    --error: light-dark(#b4251d, #ff9389);
    --fine: light-dark(#66727d, #919ca6);
    --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  }
`;

/** What all elements have in common. */
export const shared = css`
  :host {
    display: block;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1rem;
    font-weight: 600;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  /* Moved to, so that it is read, and nothing to act on. */
  [tabindex='-1']:focus {
    outline: none;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: 2.25rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--card);
    color: var(--ink);
    font-size: 0.875rem;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--edge);
  }
  .button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--tint);
    color: var(--accent);
  }
  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .danger {
    color: var(--error);
  }
  .field {
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    background: var(--card);
  }
  .soft {
    color: var(--soft);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.9375em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    background: var(--card);
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

/** Of the shapes that say how bad something is, in the picture and in the list. */
export const levels = css`
  .fine {
    fill: var(--fine);
  }
  .warning {
    fill: var(--warning);
  }
  .error {
    fill: var(--error);
  }
  @media (forced-colors: active) {
    .fine,
    .warning,
    .error {
      fill: CanvasText;
    }
  }
`;
