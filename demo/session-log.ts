import { html } from './html.ts';

/**
 * The strip that shows what the badge tells. In its place, at its size, from the first paint; client/session-log.ts
 * fills it. In English and left to right on every page: it speaks to developers.
 */
export const sessionLog = html`<section class="session-log" aria-labelledby="session-log-title" lang="en" dir="ltr">
  <div class="session-log-head">
    <h2 id="session-log-title">Session log <small>part of this demonstration, not of the shop</small></h2>
    <button type="button" id="reset-script">Reset cookies (script)</button>
    <button type="button" id="reset-server">Reset cookies (server)</button>
    <button type="button" id="log-out-script">Log out (script)</button>
  </div>
  <p role="status" id="session-log-status"></p>
  <div class="session-log-box" role="region" aria-labelledby="session-log-title" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Reason</th>
          <th scope="col">Source</th>
          <th scope="col">ID</th>
          <th scope="col">Previous ID</th>
          <th scope="col">No.</th>
          <th scope="col">Event</th>
        </tr>
      </thead>
      <tbody id="session-log"></tbody>
    </table>
  </div>
</section>`;
