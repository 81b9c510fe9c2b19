import { onClick } from './break-card.ts';
import { bestBundle } from './bundle.ts';

/** Products as the catalogue answers them. */
interface Offer {
  readonly slug: string;
  readonly price: { readonly amount: number };
}

onClick('order', async ({ say }) => {
  say();
  const { ok } = await fetch('/breaks/order', { method: 'POST' });
  say(ok ? 'ended' : 'failed');
});

onClick('pay', async ({ say }) => {
  say('begun');
  try {
    const { ok } = await fetch('/breaks/pay', { method: 'POST' });
    say(ok ? 'ended' : 'failed');
  } catch {
    say('failed');
  }
});

onClick('invoices', async ({ say }) => {
  say();
  const { ok } = await fetch('/breaks/invoices');
  say(ok ? 'ended' : 'failed');
});

// Gone with the last release; the page has kept its address.
onClick('photo', ({ button, say }) => {
  say('ended');
  document.querySelector<HTMLImageElement>('#photo img')!.src = button.dataset.photo!;
});

onClick('chat', ({ say }) => {
  say('begun');
  const script = document.createElement('script');
  script.src = 'https://chat.noordzee.example/widget.js';
  document.head.append(script);
});

onClick('total', ({ button, say }) => {
  say('begun');
  const offers: Offer[] = JSON.parse(button.dataset.offers!);
  say(
    'ended',
    offers.reduce((sum, { price }) => sum + price.amount, 0),
  );
});

// The page has named the card anew, and `?.` does not say that there is none of this name.
document.querySelector('#compare-packages button')?.addEventListener('click', () => {
  location.href = '/product/web-hosting';
});

onClick('domain', async ({ say }) => {
  // Not a word until the answer is there. Not from the cache, in which the second click's would wait for the first one's.
  const { ok } = await fetch('/breaks/domain', { cache: 'no-store' });
  say(ok ? 'ended' : 'failed');
});

onClick('search', async ({ say }) => {
  say('begun');
  const { ok } = await fetch('/breaks/search');
  say(ok ? 'ended' : 'failed');
});

onClick('bundle', ({ button, say }) => {
  const { lang, prices } = button.dataset;
  const cents = bestBundle(JSON.parse(prices!));
  say('ended', new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' }).format(cents / 100));
});

onClick('transfer', ({ button, say }) => {
  const isExpired = Date.now() > Date.parse(button.dataset.validUntil!);
  if (isExpired) document.querySelector<HTMLDialogElement>('#transfer dialog')!.showModal();
  else say('ended');
});
