// The badge makes the sheet: this file imports nothing of it.
const css = ([text]: TemplateStringsArray) => text!;

/** How the panel looks, beside what the badge's own sheet says of it while it is empty. */
export const panelStyles = css`
  [popover] {
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
  [popover].open {
    position: absolute;
    background: Canvas;
    color: CanvasText;
  }
  [popover] > * {
    margin: 0 0 0.5em;
  }
  summary {
    min-height: 24px;
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
  @media (pointer: coarse) {
    summary {
      padding: 10px 0;
    }
  }
`;
