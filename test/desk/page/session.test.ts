import { expect } from '@open-wc/testing';
import type { DeskRecord } from '../../../src/desk/record.ts';
import { until } from '../../page.ts';
import { happening as it_, ID, record } from '../records.ts';
import { button, closeDesk, find, findAll, headed, openDesk, openSession, Stream, textOf, titles, type } from './open-desk.ts';

const records = [
  it_.begin(0),
  it_.visit(0, '/'),
  it_.request(1, '/checkout', '/api/basket', 340),
  it_.failed(2, '/checkout', '/api/order', 503),
  it_.thrown(3, '/checkout', 'x is undefined'),
  it_.alert(4, '/checkout', 'No order'),
  it_.logged(4, 9, 'order received'),
  it_.copied(5, '/checkout'),
];

const shown = (page: Element) => textOf(find(find(page, 'desk-records')!, '[role=status]'));

describe('a session', () => {
  afterEach(closeDesk);

  it('has the sentence as its heading, the facts, a row for each record, and a lane for each kind', async () => {
    const { page } = await openSession(records, ID);
    expect(textOf(find(page, 'h1'))).to.match(
      /^The request to \/api\/order was answered with 503 .* then copied the ID on \/checkout\.$/,
    );
    expect(textOf(find(page, 'dl')))
      .to.contain('BrowserChrome 156, Windows')
      .and.to.contain('Pages/, /checkout');
    expect(titles(page)).to.deep.equal([
      'Session began',
      'Navigation',
      'Request',
      'Request failed',
      'Error in the page',
      'Message shown',
      'Log · orders',
      'ID copied',
    ]);
    expect(findAll(page, 'svg [role=group]').map((lane) => lane.getAttribute('aria-label'))).to.deep.equal([
      'Copies',
      'Pages',
      'Loads',
      'Requests',
      'Interactions',
      'Messages',
      'Errors',
      'Logs',
    ]);
    expect(textOf(find(page, 'figcaption'))).to.contain('Requests 2');
  });

  it('is filtered by kind, by problems, and by text', async () => {
    const { page } = await openSession(records, ID);
    const list = find(page, 'desk-records')!;
    const press = async (name: string) => {
      button(list, name).click();
      await (list as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    };
    await press('Requests');
    expect(button(list, 'Requests').getAttribute('aria-pressed')).to.equal('true');
    expect(titles(page)).to.deep.equal(['Request', 'Request failed']);
    await press('Problems only');
    expect(titles(page)).to.deep.equal(['Request failed']);
    expect(shown(page)).to.equal('1 of 8 records');
    await press('Requests');
    expect(titles(page)).to.deep.equal(['Request failed', 'Error in the page', 'Message shown']);
    type(find<HTMLInputElement>(list, 'input')!, 'UNDEFINED typeerror');
    await until(() => titles(page).length == 1, 'the filter by text');
    expect(titles(page)).to.deep.equal(['Error in the page']);
    type(find<HTMLInputElement>(list, 'input')!, 'nothing has this');
    await until(() => textOf(list.shadowRoot!.querySelector('.none')) == 'No record matches.', 'the empty list');
    await press('Clear filters');
    expect(titles(page)).to.have.lengthOf(8);
  });

  it('shows all that a record holds, and copies it as JSON', async () => {
    const { page } = await openSession(records, ID);
    const row = findAll<HTMLDetailsElement>(page, 'details')[4]!;
    expect(row.querySelector('.details')).to.equal(null);
    row.querySelector('summary')!.click();
    await until(() => row.querySelector('.details'), 'the details');
    expect(textOf(row)).to.contain('exception.messagex is undefined').and.to.contain('user_agent.nameChrome');
    expect(row.querySelector('pre')!.textContent).to.equal(
      'TypeError: x is undefined\n    at total (https://shop.example/shop.js:10:5)',
    );
    let copied = '';
    const real = navigator.clipboard;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void (copied = text) },
    });
    button(page, 'Copy as JSON').click();
    await until(() => textOf(find(page, '.say')) == 'Copied', 'the feedback');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: real });
    expect(JSON.parse(copied)).to.deep.equal(records[4]);
  });

  it('asks before it erases', async () => {
    const { page, desk } = await openSession(records, ID);
    const dialog = find<HTMLDialogElement>(page, 'dialog')!;
    button(page, 'Erase…').click();
    expect(dialog.open && textOf(dialog)).to.contain('All records of it (8) are removed');
    button(page, 'Cancel').click();
    expect(dialog.open).to.equal(false);
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    expect(desk.asked.filter((path) => path.startsWith('DELETE'))).to.deep.equal([]);
    button(page, 'Erase…').click();
    dialog.querySelector<HTMLButtonElement>('[value=erase]')!.click();
    await headed(page, 'Erased');
    expect(textOf(find(page, '.hero'))).to.contain('8 records removed.');
    expect(desk.sessions).to.deep.equal({});
  });

  it('can be followed live: what comes is there once, and in its place', async () => {
    const { page } = await openSession(records, ID);
    const follow = button(page, 'Follow live');
    follow.click();
    await until(() => follow.getAttribute('aria-pressed') == 'true', 'the button');
    const stream = Stream.last!;
    expect(stream.url).to.equal(`/api/sessions/${ID}/stream?since=${records.at(-1)!.received}`);
    stream.send([records.at(-1)!, it_.failed(6, '/checkout', '/api/order', 503), it_.click(2.5, '/checkout')]);
    await until(() => titles(page).length == 10, 'the new records');
    expect(titles(page)[4]).to.equal('Click');
    expect(titles(page).at(-1)).to.equal('Request failed');
    expect(textOf(find(page, 'h1'))).to.contain('answered with 503 twice');
    stream.dispatchEvent(new Event('error'));
    await until(() => textOf(find(page, '.say')).startsWith('The connection is gone'), 'the word of it');
    stream.dispatchEvent(new Event('erased'));
    await headed(page, 'Erased');
    expect(stream.isClosed).to.equal(true);
  });

  it('no longer follows when it is left', async () => {
    const { page } = await openSession(records, ID);
    button(page, 'Follow live').click();
    find<HTMLAnchorElement>(page, 'a.name')!.click();
    await headed(page, 'What went wrong?');
    expect(Stream.last!.isClosed).to.equal(true);
  });

  it('has links to export it', async () => {
    const { page } = await openSession(records, ID);
    expect(findAll<HTMLAnchorElement>(page, 'a[download]').map((link) => link.getAttribute('href'))).to.deep.equal([
      `/api/sessions/${ID}/export?format=json`,
      `/api/sessions/${ID}/export?format=otlp`,
    ]);
  });

  it('never takes what records hold for HTML', async () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>${1}';
    const hostile: DeskRecord[] = [
      it_.visit(0, evil),
      it_.thrown(1, evil, evil),
      it_.failed(2, evil, `https://x/${evil}`, 500),
      it_.alert(3, evil, evil),
      record(
        evil,
        4,
        evil,
        17,
        { [evil]: evil, nested: { [evil]: [evil] } },
        {
          uid: `"]${evil}`,
          severityText: evil,
          body: { [evil]: evil },
          resource: { 'service.name': evil, 'user_agent.name': evil, 'service.version': evil },
          scope: { name: evil, version: evil },
          traceId: evil,
        },
      ),
      it_.copied(5, evil),
    ];
    const near = [{ id: evil, startedAt: null, records: 6, how: 'exact' as const }];
    const { page } = await openDesk('/sessions/x', { sessions: { [evil]: hostile }, near });
    await until(() => titles(page).length, 'the list');
    for (const row of findAll<HTMLDetailsElement>(page, 'details')) row.querySelector('summary')!.click();
    await until(() => findAll(page, '.details').length == hostile.length, 'all details');
    await until(() => find(page, '.mark'), 'the marks');
    for (const mark of findAll(page, '.mark')) mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await until(() => find(page, '.tip'), 'the tip');
    expect(textOf(find(page, 'h1'))).to.contain('<img src=x');
    expect(findAll(page, 'img, script, iframe')).to.deep.equal([]);
    expect('hacked' in window).to.equal(false);
  });

  it('of 5,000 records comes page by page; a part of its rows is drawn, and no more marks than there is room for', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      i % 50 ? it_.request(i / 60, `/p${i % 7}`, `/api/${i}`) : it_.failed(i / 60, '/', `/api/${i}`, 500),
    );
    const { page, desk } = await openSession(many, ID);
    await until(() => shown(page) == '5,000 records', 'all records');
    expect(desk.asked.filter((path) => path.includes(`/${ID}`))).to.have.lengthOf(5);
    expect(titles(page)).to.have.lengthOf(50);
    expect(findAll(page, '.mark').length).to.be.below(100);
    button(page, 'Show 200 more').click();
    await until(() => titles(page).length == 250, 'more rows');
    find(page, 'desk-timeline')!.dispatchEvent(new CustomEvent('jump', { detail: many[4321]!.uid }));
    await until(() => find(page, `[data-uid="${many[4321]!.uid}"] .details`), 'the row');
    expect(titles(page).length).to.be.below(251);
    button(page, 'Show 200 earlier').click();
    await until(() => titles(page).length == 250, 'earlier rows');
  });
});
