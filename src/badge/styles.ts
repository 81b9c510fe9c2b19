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
  div[lang] > :first-child > * {
    grid-area: 1/1;
  }
  i {
    visibility: hidden;
    font-style: normal;
  }
  i::before {
    content: attr(data-text);
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
  summary {
    min-height: 24px;
  }
  [popover] {
    display: none;
    box-sizing: border-box;
    width: min(28em, 100vw - 1em);
    padding: 1em;
    border: 1px solid;
    outline: 0;
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
    -webkit-user-select: text;
    user-select: text;
  }
  [aria-busy='true'] {
    opacity: 0;
  }
  [popover].open {
    display: block;
    position: absolute;
    background: Canvas;
    color: CanvasText;
  }
  [popover]:popover-open {
    display: block;
  }
  [popover] > * {
    margin: 0 0 0.5em;
  }
  pre {
    white-space: pre-wrap;
    padding: 0.5em;
    border: 1px solid;
    font-size: 0.8em;
  }
  [popover] button {
    position: sticky;
    bottom: 0;
    padding: 0.2em 0.6em;
    margin: 0;
    background: Canvas;
  }
  @supports (position-area: top) {
    [popovertarget] {
      anchor-name: --info;
    }
    [popover] {
      position-anchor: --info;
      inset: auto;
      margin: 4px;
      position-area: top;
      position-try: most-height flip-block;
      max-height: calc(100% - 8px);
    }
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
    summary {
      padding: 10px 0;
    }
  }
  @media print {
    button,
    [popover] {
      display: none !important;
    }
  }
`;
