import { css } from 'lit';

/** Of the list. */
export const listStyles = css`
  header {
    display: grid;
    gap: 0.75rem;
    padding: 1rem 1.25rem;
    border-block-end: 1px solid var(--line);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .line [role='status'] {
    font-size: 0.875rem;
  }
  .field {
    flex: 0 1 18rem;
    min-width: 0;
    margin-inline-start: auto;
    font-size: 0.875rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .chip {
    min-height: 2rem;
    padding: 0.125rem 0.75rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
  }
  .chip span {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  .chip[aria-pressed='true'] span {
    color: inherit;
  }
  .rule {
    width: 1px;
    margin-inline: 0.375rem;
    background: var(--line);
  }
  li {
    border-block-end: 1px solid var(--line);
  }
  /* What is shown on request is laid out when it comes into sight; the first rows are there for pictures of the whole page, too. */
  li:nth-child(n + 51) {
    content-visibility: auto;
    contain-intrinsic-size: auto 2.4rem;
  }
  li:last-child {
    border: 0;
  }
  summary {
    display: grid;
    grid-template-columns: 6.5rem 1.25rem minmax(9rem, 14rem) minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 0.75rem;
    padding: 0.5rem 1.25rem;
    font-size: 0.875rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover,
  [open] > summary {
    background: var(--paper);
  }
  summary:focus-visible {
    outline-offset: -2px;
  }
  time,
  .extra {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  summary svg {
    width: 1.125rem;
    height: 1.125rem;
    align-self: center;
  }
  .flag {
    fill: var(--accent);
    stroke: var(--accent);
  }
  .title {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .is-error .title {
    color: var(--error);
  }
  .is-warning .title {
    color: var(--warning);
  }
  .subject {
    overflow: hidden;
    color: var(--soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 0.75rem;
  }
  .none {
    padding: 2.5rem 1.25rem;
    text-align: center;
  }
  .details {
    display: grid;
    gap: 1.25rem;
    padding: 0.75rem 1.25rem 1.5rem;
    background: var(--paper);
    font-size: 0.8125rem;
  }
  .details .button {
    justify-self: start;
  }
  h3,
  caption {
    padding-block-end: 0.375rem;
    color: var(--soft);
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: start;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.25rem 0.75rem 0.25rem 0;
    border-block-start: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    width: 34%;
    color: var(--soft);
  }
  td,
  pre {
    font-family: var(--mono);
  }
  pre {
    max-height: 24rem;
    margin: 0;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--card);
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (max-width: 45rem) {
    header,
    summary,
    .details {
      padding-inline: 1rem;
    }
    .field {
      flex-basis: 100%;
    }
    summary {
      grid-template-columns: 1.25rem minmax(0, 1fr) auto;
      row-gap: 0.125rem;
    }
    time {
      grid-area: 2 / 2;
    }
    .title {
      grid-area: 1 / 2;
    }
    summary svg {
      grid-area: 1 / 1;
    }
    .extra {
      grid-area: 1 / 3;
    }
    .subject {
      grid-area: 3 / 2 / auto / 4;
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }
`;
