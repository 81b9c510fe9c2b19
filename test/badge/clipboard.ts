import { fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { until } from '../page.js';

/** What a real Ctrl+V pastes. */
export async function pasted(): Promise<string> {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  await executeServerCommand('chord', ['Control', 'v']);
  await until(() => field.value, 'the paste', 3000).catch(() => {});
  const { value } = field;
  field.remove();
  return value;
}

/** Puts something else on the clipboard first, so that an old success cannot pass for a new one. */
export async function soilClipboard(): Promise<void> {
  const field = await fixture<HTMLTextAreaElement>(html`<textarea>something else</textarea>`);
  field.select();
  await executeServerCommand('chord', ['Control', 'c']);
  field.remove();
}
