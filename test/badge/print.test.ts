import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { badgeWith, openPanel, part } from './badge-with.js';

const PARTS = ['label', 'id', 'copy-button', 'info-button', 'info'];

/** Those parts that have a size. */
const seenParts = (badge: Element): string[] => PARTS.filter((name) => part(badge, name).getBoundingClientRect().height > 0);

describe('on paper', () => {
  before(function () {
    // No command makes the others lay out a page as if it were printed.
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
  });
  afterEach(() => emulateMedia({ media: 'screen' }));

  it('there are label and ID, and nothing to press or to open', async () => {
    const badge = await badgeWith();
    await openPanel(badge);
    expect(seenParts(badge)).to.deep.equal(PARTS);
    await emulateMedia({ media: 'print' });
    expect(seenParts(badge)).to.deep.equal(['label', 'id']);
  });
});
