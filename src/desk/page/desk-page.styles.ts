import { css } from 'lit';

/** Of the page around a session. */
export const pageStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr auto;
    min-height: 100dvh;
    background: var(--paper);
    color: var(--ink);
    font:
      1rem/1.5 system-ui,
      sans-serif;
  }
  .top,
  main,
  footer {
    width: 100%;
    max-width: 76rem;
    min-width: 0;
    margin-inline: auto;
    padding-inline: clamp(1rem, 4vw, 2.5rem);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1.5rem;
    padding-block: 1rem;
  }
  .name {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  .name svg {
    width: 1.5rem;
    height: 1.5rem;
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .top desk-search {
    flex: 1 1 18rem;
    min-width: 0;
    max-width: 30rem;
  }
  .reader {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  select {
    min-height: 2.25rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--card);
    padding-inline: 0.5rem;
    font-size: 0.875rem;
  }
  @media (max-width: 45rem) {
    .top desk-search {
      flex-basis: 100%;
      order: 1;
    }
  }
  main {
    padding-block: 1rem 3rem;
  }
  .hero {
    display: grid;
    gap: 1.25rem;
    max-width: 40rem;
    margin: 14vh auto 0;
  }
  .hero h1 {
    font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .hero p {
    overflow-wrap: anywhere;
  }
  .hero .button {
    justify-self: start;
  }
  .hero a.candidate {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    gap: 0.125rem 1rem;
    padding: 0.875rem 1.25rem;
    color: inherit;
    text-decoration: none;
  }
  .hero li + li {
    border-block-start: 1px solid var(--line);
  }
  .candidate:hover .id {
    text-decoration: underline;
  }
  .id {
    font-family: var(--mono);
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  .id span + span {
    margin-inline-start: 0.4em;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    padding-block: 1rem 1.5rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }
`;
