import { css } from './css.js';

/**
 * `user-select: text`, for pages that forbid selection; not `all`, with which Firefox leaves out the first group of a
 * double-clicked ID. Colours, font and direction are the page's own. The feedback takes the label's place in a box wide enough for either,
 * so that nothing moves and nothing is clipped.
 */
export const styles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-width: min(24em, 100%);
    min-height: max(24px, 1.5em);
    line-height: 1.5;
    vertical-align: middle;
  }
  :host([hidden]) {
    display: none;
  }
  div {
    display: inline-grid;
    flex-basis: 8em;
    min-width: 5.5em;
  }
  div > * {
    grid-area: 1/1;
  }
  [role]:not(:empty) + * {
    opacity: 0;
  }
  bdi {
    font-family: ui-monospace, monospace;
    flex: 0 0.001 19ch;
    min-width: 0;
    overflow-wrap: anywhere;
    -webkit-user-select: text;
    user-select: text;
  }
  bdi:empty::before {
    content: '-';
  }
  bdi > * + * {
    margin-left: 0.4em;
  }
  button {
    min-width: 24px;
    min-height: 24px;
    padding: 0;
    border: 1px solid;
    border-radius: 4px;
    background: none;
    color: inherit;
  }
  svg {
    width: 16px;
    fill: none;
    stroke: currentColor;
  }
  @media (pointer: coarse) {
    :host,
    button {
      min-height: 44px;
    }
    button {
      min-width: 44px;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
