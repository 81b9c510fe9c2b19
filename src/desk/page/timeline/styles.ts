import { css } from 'lit';

/** Of the timeline. SVG takes its colours from here, also where the reader has forced them. */
export const timelineStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 1rem 1.25rem 0.5rem;
  }
  header div {
    display: flex;
    gap: 0.375rem;
  }
  .zoom {
    min-width: 2.25rem;
    justify-content: center;
    padding-inline: 0.5rem;
  }
  figure {
    position: relative;
  }
  svg {
    display: block;
    width: 100%;
    overflow: hidden;
    /* A finger moves the page up and down, and the picture from side to side. */
    touch-action: pan-y;
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
  }
  svg:active {
    cursor: grabbing;
  }
  text {
    fill: var(--soft);
    font-size: 0.75rem;
  }
  .rule {
    stroke: var(--line);
  }
  .grid {
    stroke: var(--line);
    stroke-dasharray: 2 4;
  }
  .tick {
    text-anchor: middle;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    opacity: 0.35;
  }
  .count {
    fill: var(--card);
    font-size: 0.6875rem;
    font-weight: 600;
    text-anchor: middle;
  }
  .pole {
    stroke: var(--accent);
    stroke-width: 1.5;
  }
  .flag {
    fill: var(--accent);
  }
  .flag path {
    stroke: var(--accent);
    stroke-linejoin: round;
  }
  .flag .ring {
    x: -6px;
    width: 24px;
  }
  .flag-label {
    fill: var(--accent);
    font-weight: 600;
  }
  .mark {
    cursor: pointer;
    outline: none;
  }
  /* Also the room around a mark that a pointer may hit. */
  .ring {
    fill: transparent;
    stroke: none;
    stroke-width: 2;
  }
  .mark:hover .ring {
    stroke: var(--edge);
  }
  .mark:focus-visible .ring {
    stroke: var(--accent);
  }
  .tip {
    position: absolute;
    z-index: 1;
    max-width: min(22rem, 90%);
    padding: 0.5rem 0.75rem;
    border-radius: 0.5rem;
    background: var(--ink);
    color: var(--paper);
    font-size: 0.8125rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .tip strong {
    display: block;
  }
  .help {
    padding: 0.25rem 1.25rem 1rem;
    font-size: 0.75rem;
  }
  @media (forced-colors: active) {
    .flag,
    .flag-label,
    text {
      fill: CanvasText;
    }
    .pole,
    .flag path {
      stroke: Highlight;
    }
    .flag {
      fill: Highlight;
    }
    .count {
      fill: Canvas;
    }
    .mark:hover .ring,
    .mark:focus-visible .ring {
      stroke: Highlight;
    }
    .tip {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .help,
    header div {
      display: none;
    }
  }
`;
