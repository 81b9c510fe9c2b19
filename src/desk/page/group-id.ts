import { sessionIdTime } from '../../session/session-id.ts';
import { html, type TemplateResult } from 'lit';

/** An ID in groups of four, as on the badge, with no white space inside: what is selected is the bare ID. */
export const groupedId = (id: string): TemplateResult =>
  html`<bdi class="id" dir="ltr" translate="no">${(id.match(sessionIdTime(id) ? /.{4}/g : /.+/g) ?? []).map((group) => html`<span>${group}</span>`)}</bdi>`;
