import { expect } from '@open-wc/testing';
import { until } from '../../page.ts';
import { happening as it_, ID, START } from '../records.ts';
import { button, closeDesk, find, findAll, headed, openDesk, textOf } from './open-desk.ts';

const records = [it_.visit(0, '/'), it_.failed(1, '/checkout', '/order', 503), it_.copied(2, '/checkout')];
const SENTENCE = 'The request to /order was answered with 503';
const near = (id: string, how: 'exact' | 'similar' | 'prefix') => ({ id, startedAt: START, records: 3, how });

/** Types that into the field and presses Enter. */
async function search(page: Element, typed: string): Promise<void> {
  const field = () => find<HTMLInputElement>(find(page, 'desk-search')!, 'input');
  await until(field, 'the field');
  field()!.value = typed;
  field()!.form!.requestSubmit();
}

describe('looking a session up', () => {
  afterEach(closeDesk);

  it('begins in the field, takes what the customer wrote, and has an address of its own', async () => {
    const { page } = await openDesk('/', { sessions: { [ID]: records } });
    await until(() => find(page, 'desk-search')!.shadowRoot!.activeElement, 'the focus');
    await search(page, ' 6FGJ-E0O1 2345 6782 ');
    await headed(page, SENTENCE);
    expect(location.pathname).to.equal(`/sessions/${ID}`);
    expect(page.shadowRoot!.querySelector('desk-session')!.shadowRoot!.activeElement?.localName).to.equal('h1');
    history.back();
    await headed(page, 'What went wrong?');
    history.forward();
    await headed(page, SENTENCE);
  });

  it('opens the only session with a similar ID, and says so', async () => {
    const { page } = await openDesk('/sessions/6fgje00123456783', { sessions: { [ID]: records }, near: [near(ID, 'similar')] });
    await headed(page, SENTENCE);
    expect(textOf(find(page, '.notice'))).to.equal(
      '“6fgje00123456783” is not known. This is the only session with a similar ID.',
    );
    expect(location.pathname).to.equal(`/sessions/${ID}`);
  });

  it('asks which one was meant where several are similar', async () => {
    const { page } = await openDesk('/sessions/6fgje0', {
      sessions: { [ID]: records },
      near: [near('6fgje0000000000b', 'prefix'), near(ID, 'prefix')],
    });
    await headed(page, 'Did you mean');
    const links = findAll<HTMLAnchorElement>(page, 'a.candidate');
    expect(links).to.have.lengthOf(2);
    expect(textOf(links[1]!)).to.match(/^6fgje00123456782.*begins so.*began .* · 3 records$/);
    links[1]!.click();
    await headed(page, SENTENCE);
    expect(find(page, '.notice')).to.equal(null);
  });

  it('says of an old ID when it began and how long records are kept', async () => {
    const { page, desk } = await openDesk('/sessions/abcdefgh');
    await headed(page, 'This session is too old');
    expect(textOf(find(page, '.hero'))).to.contain('It began eight days ago; records are kept seven days.');
    expect(desk.asked.filter((path) => path.includes('near'))).to.deep.equal([]);
  });

  it('says that nothing is known, or that it is no ID', async () => {
    const { page } = await openDesk('/sessions/6fgje00123456782');
    await headed(page, 'Nothing is known of this session');
    await search(page, '?!');
    await headed(page, 'That is no session ID');
  });

  it('asks for the token, says that one is wrong, and goes on where it was', async () => {
    const { page } = await openDesk(`/sessions/${ID}`, { sessions: { [ID]: records }, token: 'open sesame' });
    await headed(page, 'Sign in');
    const enter = (token: string) => {
      find<HTMLInputElement>(page, 'input[type=password]')!.value = token;
      find<HTMLFormElement>(page, 'form.card')!.requestSubmit();
    };
    enter('abracadabra');
    await until(() => textOf(find(page, '[role=alert]')) == 'That is not the token.', 'the refusal');
    enter('open sesame');
    await headed(page, SENTENCE);
  });

  it('says that the desk does not answer, and tries again', async () => {
    const { page, desk } = await openDesk(`/sessions/${ID}`, { sessions: { [ID]: records }, isDown: true });
    await headed(page, 'The desk does not answer');
    desk.isDown = false;
    button(page, 'Try again').click();
    await headed(page, SENTENCE);
  });

  it('shows what was asked for last, whatever comes when', async () => {
    const { page } = await openDesk('/', { sessions: { [ID]: records } });
    const { fetch } = globalThis;
    let release: (() => void) | undefined;
    globalThis.fetch = async (input, init) => {
      if (String(input).includes('slow')) await new Promise<void>((resolve) => (release = resolve));
      return fetch(input, init);
    };
    await search(page, 'slowslow');
    await until(() => release, 'the first request');
    await search(page, ID);
    await headed(page, SENTENCE);
    release!();
    await new Promise((resolve) => setTimeout(resolve));
    expect(textOf(find(page, 'h1'))).to.contain(SENTENCE);
  });

  it('tells of records without a session', async () => {
    const { page } = await openDesk('/');
    await until(() => textOf(find(page, 'footer')).includes('14 records named no session'), 'the note');
  });
});
