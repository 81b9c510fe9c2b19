import { css } from 'lit';

/** Of a session. */
export const sessionStyles = css`
  :host {
    display: grid;
    gap: 1.25rem;
    min-width: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
  }
  .bar > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .id {
    font-family: var(--mono);
    font-size: 1.0625rem;
    font-weight: 500;
    overflow-wrap: anywhere;
    user-select: all;
    -webkit-user-select: all;
  }
  .id span + span {
    margin-inline-start: 0.4em;
  }
  .icon {
    min-width: 2.25rem;
    justify-content: center;
    padding: 0.25rem;
  }
  .icon svg {
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
  }
  .dot {
    width: 0.5rem;
    height: 0.5rem;
    border: 1px solid currentColor;
    border-radius: 50%;
  }
  [aria-pressed='true'] .dot {
    background: currentColor;
  }
  h1 {
    max-width: 56rem;
    padding-block: 0.5rem 1.5rem;
    font-size: clamp(1.25rem, 1.05rem + 0.9vw, 1.625rem);
    font-weight: 500;
    line-height: 1.35;
    letter-spacing: -0.012em;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2.5rem;
    padding-block-end: 0.75rem;
  }
  dt {
    color: var(--soft);
    font-size: 0.8125rem;
  }
  dd {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .notice {
    padding: 0.75rem 1rem;
    border-inline-start: 3px solid var(--accent);
    border-radius: 0.25rem;
    background: var(--tint);
    overflow-wrap: anywhere;
  }
  dialog {
    max-width: min(28rem, calc(100vw - 2rem));
    padding: 1.5rem;
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    background: var(--card);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog form {
    display: flex;
    justify-content: flex-end;
    gap: 0.5rem;
    padding-block-start: 1.5rem;
  }
  dialog h2 {
    padding-block-end: 0.5rem;
    font-size: 1.125rem;
  }
  .erase {
    border-color: var(--error);
    background: var(--error);
    color: var(--card);
  }
  /* There before it has something to say, and without a gap then. */
  .say:empty {
    margin-block-end: -1.25rem;
  }
  .say {
    color: var(--soft);
    font-size: 0.875rem;
  }
  @media (max-width: 45rem) {
    dl {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 1rem;
    }
    dl > :last-child {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .bar > div:last-child {
      display: none;
    }
  }
`;
