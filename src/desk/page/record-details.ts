import { html, nothing, type TemplateResult } from 'lit';
import { EXCEPTION_STACKTRACE } from '../../records/attributes.ts';
import type { Attributes, DeskRecord, Plain } from '../record.ts';
import { canCopy } from './copy-text.ts';
import type { L10n } from './l10n.ts';

const written = (value: Plain): string => (typeof value == 'string' ? value : JSON.stringify(value));

function table(heading: string, entries: readonly (readonly [name: string, value: string])[]) {
  if (!entries.length) return nothing;
  return html`<table>
    <caption>${heading}</caption>
    <tbody>${entries.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody>
  </table>`;
}

const entriesOf = (attributes: Attributes) =>
  Object.entries(attributes)
    .filter(([name]) => name != EXCEPTION_STACKTRACE)
    .map(([name, value]) => [name, written(value)] as const);

const block = (heading: string, text: string) => html`<section><h3>${heading}</h3><pre tabindex="0">${text}</pre></section>`;

/** All that a record holds, as text. `copy` is called with it in JSON. */
export function recordDetails(record: DeskRecord, { texts, format }: L10n, copy: (json: string) => void): TemplateResult {
  const { details } = texts;
  const stack = record.attributes[EXCEPTION_STACKTRACE];
  const facts = [
    [details.event, record.eventName],
    [details.time, format.exact(record.time)],
    [details.received, format.exact(record.received)],
    [details.severity, [record.severityNumber, record.severityText].filter(Boolean).join(' ')],
    [details.scope, [record.scope.name, record.scope.version].filter(Boolean).join(' ')],
    [details.trace, [record.traceId, record.spanId].filter(Boolean).join(' / ')],
  ].filter((entry): entry is [string, string] => !!entry[1]);
  return html`<div class="details">
    ${record.body == null ? nothing : block(details.body, typeof record.body == 'string' ? record.body : JSON.stringify(record.body, null, 2))}
    ${typeof stack == 'string' ? block(details.stack, stack) : nothing}
    ${table(details.attributes, entriesOf(record.attributes))}
    ${table(details.record, facts)}
    ${table(details.resource, entriesOf(record.resource))}
    ${canCopy() ? html`<button class="button" @click=${() => copy(JSON.stringify(record, null, 2))}>${details.copyJson}</button>` : nothing}
  </div>`;
}
