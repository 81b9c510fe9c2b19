import { css } from './css.js';

/**
 * Colours, font and direction are the page's own. The feedback takes the label's place in a box wide enough for either,
 * so that nothing moves and nothing is clipped.
 */
export const styles = css`
  :host {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5em;
  }
  :host([hidden]) {
    display: none;
  }
  div {
    display: inline-grid;
    min-inline-size: 8em;
  }
  div > * {
    grid-area: 1/1;
  }
  [role]:not(:empty) + * {
    opacity: 0;
  }
  bdi {
    font-family: ui-monospace, monospace;
    min-inline-size: calc(16ch + 1.2em);
    overflow-wrap: anywhere;
    -webkit-user-select: all;
    user-select: all;
  }
  bdi:empty::before {
    content: '…';
  }
  bdi > * + * {
    margin-left: 0.4em;
  }
  button {
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0;
    border: 1px solid;
    border-radius: 4px;
    background: none;
    color: inherit;
  }
  svg {
    inline-size: 16px;
    fill: none;
    stroke: currentColor;
  }
  @media (pointer: coarse) {
    button {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
