import { expect } from '@open-wc/testing';
import type { SessionManager } from '../../src/session/index.js';
import { clearFacts, until } from '../page.js';
import { badgeWith } from './badge-with.js';

// The first badge of a page decides whose ID it is, for all tests here.
const badge = await badgeWith();
const manager: SessionManager = badge.manager!;

const currentId = () => manager.session!.id;

describe('<input data-session-id>', () => {
  let form: HTMLFormElement;
  beforeEach(() => {
    form = document.createElement('form');
    document.body.append(form);
  });
  afterEach(() => {
    form.remove();
    clearFacts();
  });

  const input = () => form.querySelector('input')!;
  const isFilled = () => until(() => input().value == currentId(), 'the ID in the input');

  for (const type of ['hidden', 'text']) {
    it(`of type ${type} holds the current ID, and sends it with its form`, async () => {
      form.innerHTML = `<p>Session <input type="${type}" name="session" data-session-id value="not yet"></p>`;
      await isFilled();
      expect(new FormData(form).get('session')).to.equal(currentId());
      const first = currentId();
      await manager.renew();
      expect(currentId()).to.not.equal(first);
      await isFilled();
      form.reset();
      expect(input().value).to.equal(currentId());
    });
  }

  it('is filled wherever it comes from', async () => {
    const inner = document.createElement('div');
    form.append(inner);
    const alone = document.createElement('input');
    alone.setAttribute('data-session-id', '');
    inner.append(alone);
    await isFilled();
    alone.remove();
    const late = document.createElement('input');
    inner.append(late);
    late.dataset.sessionId = '';
    await isFilled();
  });

  it('is empty while there is no session', async () => {
    form.innerHTML = '<input data-session-id>';
    await isFilled();
    const values: string[] = [];
    const end = manager.subscribe(() => values.push(manager.session ? 'an ID' : input().value));
    await manager.renew();
    end();
    // As a listener that came after the one that fills.
    expect(values[0]).to.equal('');
    await isFilled();
  });

  it('leaves other inputs alone, and bears one for files', async () => {
    form.innerHTML =
      '<input type="file" data-session-id><input name="other" value="theirs"><textarea data-session-id>theirs</textarea><input class="last" data-session-id>';
    await until(() => form.querySelector<HTMLInputElement>('.last')!.value == currentId(), 'the ID in the last');
    expect(form.querySelector<HTMLInputElement>('[name=other]')!.value).to.equal('theirs');
    expect(form.querySelector('textarea')!.value).to.equal('theirs');
  });

  it('goes on when the badge has left the page', async () => {
    form.innerHTML = '<input data-session-id>';
    badge.remove();
    await manager.renew();
    await isFilled();
  });
});
