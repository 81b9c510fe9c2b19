import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { violations } from '../../accessibility.ts';
import { until } from '../../page.ts';
import { happening as it_, ID, START } from '../records.ts';
import { closeDesk, find, findAll, headed, openDesk, openSession, textOf } from './open-desk.ts';

const long = `/${'very-long-segment-without-a-break'.repeat(4)}`;
const records = [
  it_.begin(0),
  it_.visit(0, long),
  it_.dead(1, '/'),
  it_.failed(2, '/checkout', `${long}/order`, 503, 3),
  it_.thrown(3, '/checkout', 'x is undefined'),
  it_.logged(3, 9, 'order received'),
  it_.copied(4, '/checkout'),
];

async function openAll(): Promise<HTMLElement> {
  const { page } = await openSession(records, ID);
  findAll(page, 'details')[4]!.querySelector('summary')!.click();
  await until(() => find(page, '.details') && find(page, '.mark'), 'the details');
  return page;
}

describe('the desk, for every reader', () => {
  afterEach(closeDesk);

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`axe finds nothing against WCAG 2.2 AA, ${colorScheme}`, async function () {
      this.timeout(30_000);
      const page = await openAll();
      page.style.colorScheme = colorScheme;
      expect(getComputedStyle(page).backgroundColor).to.equal(colorScheme == 'dark' ? 'rgb(19, 20, 22)' : 'rgb(246, 245, 242)');
      expect(await violations(page)).to.deep.equal([]);
      closeDesk();
      const near = [ID, '6fgje0000000000b'].map((id) => ({ id, startedAt: START, records: 3, how: 'similar' as const }));
      const { page: asked } = await openDesk('/sessions/6fgj', { near });
      asked.style.colorScheme = colorScheme;
      await headed(asked, 'Did you mean');
      expect(await violations(asked)).to.deep.equal([]);
      closeDesk();
      const { page: guarded } = await openDesk('/', { token: 'open sesame' });
      guarded.style.colorScheme = colorScheme;
      await headed(guarded, 'Sign in');
      expect(await violations(guarded)).to.deep.equal([]);
    });
  }

  it('needs no sideways scrolling at 320 px', async function () {
    // WebKit's driver has no way to.
    await setViewport({ width: 320, height: 700 }).catch(() => this.skip());
    try {
      await openAll();
      await until(() => innerWidth == 320, 'the narrow window');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    } finally {
      await setViewport({ width: 1024, height: 768 });
    }
  });

  it('speaks the language that was chosen, now and the next time', async () => {
    const { page } = await openSession(records, ID);
    const choose = (index: number) => {
      const select = find<HTMLSelectElement>(page, 'select')!;
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change'));
    };
    choose(2);
    await until(() => textOf(find(page, 'h1')).startsWith('Die Anfrage an'), 'German');
    await until(() => textOf(find(page, 'desk-records')!.shadowRoot!.querySelector('h2')) == 'Einträge', 'German rows');
    expect(document.documentElement.lang).to.equal('de');
    choose(1);
    await until(() => textOf(find(page, 'h1')).startsWith('Het verzoek aan'), 'Dutch');
    page.remove();
    const again = await openDesk('/');
    await headed(again.page, 'Wat ging er mis?');
    expect(document.title).to.equal('Sessiebalie');
  });

  it('speaks the first language of the browser that it knows', async () => {
    Object.defineProperty(navigator, 'languages', { configurable: true, value: ['fr-FR', 'de-AT', 'en'] });
    try {
      const { page } = await openDesk('/');
      await headed(page, 'Was ist schiefgelaufen?');
    } finally {
      Reflect.deleteProperty(navigator, 'languages');
    }
  });
});
