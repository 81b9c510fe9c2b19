import { expect, fixture, html } from '@open-wc/testing';
import { patch } from '../../src/session/patch.js';
import { clearFacts, freshName, until } from '../page.js';
import { badgeWith } from './badge-with.js';

describe('many badges on one page', () => {
  afterEach(clearFacts);

  const twentyMore = async (cookie: string) => {
    const all = await fixture(
      html`<div>${Array.from({ length: 20 }, () => html`<session-id-badge cookie=${cookie}></session-id-badge>`)}</div>`,
    );
    const ids = () => [...all.querySelectorAll('session-id-badge')].map(({ session }) => session?.id);
    await until(() => ids().every(Boolean), 'their IDs');
    return ids();
  };

  it('share the listeners of the first', async () => {
    const cookie = freshName();
    await badgeWith(cookie);
    let added = 0;
    const undo = [window, document].map((owner) =>
      patch(owner as { addEventListener(...args: unknown[]): unknown }, 'addEventListener', (_owner, _args, real) => {
        added++;
        return real();
      }),
    );
    await twentyMore(cookie);
    undo.forEach((end) => end());
    expect(added).to.equal(0);
  });

  it('show one ID, and all follow it', async () => {
    const cookie = freshName();
    const badge = await badgeWith(cookie);
    expect(new Set([badge.session!.id, ...(await twentyMore(cookie))])).to.have.lengthOf(1);
    const told: unknown[] = [];
    const hear = (event: Event) => told.push((event as CustomEvent).detail);
    // The first change of each is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    addEventListener('session-change', hear);
    await badge.manager!.renew();
    removeEventListener('session-change', hear);
    expect(told).to.have.lengthOf(21);
    expect(new Set(told)).to.have.lengthOf(1);
  });
});
