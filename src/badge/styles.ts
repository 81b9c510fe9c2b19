import { css } from './css.js';

/**
 * Colours, font and direction are the page's own; what the page makes of its letters (capitals, spacing) is not done to the
 * ID. `user-select: text`, for pages that forbid selection; not `all`, with which Firefox leaves out the first group of a
 * double-clicked ID. The feedback takes the label's place in a box as wide as the widest of both in that language, so that
 * nothing moves and nothing is clipped; what makes it so wide is no text of the page, which Ctrl+A would take along. Sizes are on the inside, where a page's `*` does not reach.
 */
export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
    min-width: min(28em, 100%);
  }
  :host([hidden]) {
    display: none;
  }
  div[lang],
  div[lang] > span {
    display: flex;
    align-items: center;
    gap: 0 var(--session-id-badge-gap, 0.5em);
    min-width: 0;
  }
  div[lang] {
    flex-wrap: wrap;
    line-height: 1.5;
  }
  div[lang] > span {
    min-height: max(24px, 1.5em);
  }
  div[lang] > :first-child {
    display: inline-grid;
  }
  div[lang] > :nth-child(3) {
    width: 0;
    min-width: 100%;
  }
  div[lang] > :first-child > *,
  [data-copied]::before,
  [data-copied]::after {
    grid-area: 1/1;
  }
  [data-copied]::before,
  [data-copied]::after,
  i {
    content: attr(data-copied);
    visibility: hidden;
    font-style: normal;
  }
  [data-copied]::after {
    content: attr(data-failed);
  }
  i::before {
    content: attr(data-press);
  }
  [role]:not(:empty) + * {
    opacity: 0;
  }
  bdi {
    font-family: var(--session-id-badge-id-font, ui-monospace, monospace);
    font-variant: normal;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    overflow-wrap: anywhere;
    -webkit-user-select: text;
    user-select: text;
  }
  [part='id'] {
    width: 19ch;
    text-align: match-parent;
    min-width: 0;
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
    border: var(--session-id-badge-button-border, 1px solid);
    border-radius: var(--session-id-badge-button-radius, 4px);
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1;
  }
  svg {
    width: 16px;
    vertical-align: middle;
    fill: none;
    stroke: currentColor;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-height: 24px;
    color: inherit;
  }
  [popover] {
    display: none;
  }
  [aria-busy='true'] {
    opacity: 0;
  }
  [popover].open {
    display: block;
  }
  [popover]:popover-open {
    display: block;
  }
  @media (max-width: 30em) {
    div[lang] > * {
      flex-basis: 100%;
    }
  }
  @media (pointer: coarse) {
    button,
    a {
      min-width: 44px;
      min-height: 44px;
    }
  }
  @media print {
    button,
    [popover] {
      display: none !important;
    }
  }
`;
