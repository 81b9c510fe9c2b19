import type { Lang } from './words.ts';

interface Description {
  readonly name: string;
  readonly promise: string;
  readonly points: readonly string[];
}

export interface Product {
  readonly slug: string;
  /** In cents a month. */
  readonly price: number;
  readonly text: Readonly<Record<Lang, Description>>;
}

/** All that the shop sells. */
export const products: readonly Product[] = [
  {
    slug: 'web-hosting',
    price: 495,
    text: {
      en: {
        name: 'Web hosting',
        promise: 'Your website online today, on servers in Groningen.',
        points: ['Room for 25 GB', 'A certificate, renewed for you', 'A backup every night, kept for 30 days'],
      },
      nl: {
        name: 'Webhosting',
        promise: 'Je website vandaag nog online, op servers in Groningen.',
        points: ['Ruimte voor 25 GB', 'Een certificaat, voor je vernieuwd', 'Elke nacht een back-up, 30 dagen bewaard'],
      },
    },
  },
  {
    slug: 'domain',
    price: 95,
    text: {
      en: {
        name: 'A domain',
        promise: 'A name of your own, under .nl, .com or .eu.',
        points: ['Move it in and out at no cost', 'DNSSEC switched on', 'Your address kept out of public registers'],
      },
      nl: {
        name: 'Een domein',
        promise: 'Een eigen naam, onder .nl, .com of .eu.',
        points: ['Verhuizen kost niets', 'DNSSEC staat aan', 'Je adres blijft uit openbare registers'],
      },
    },
  },
  {
    slug: 'mail',
    price: 295,
    text: {
      en: {
        name: 'Mail',
        promise: 'Mail at your own domain, without advertisements.',
        points: ['Mailboxes of 10 GB', 'On your phone in two minutes', 'Spam stopped at the door'],
      },
      nl: {
        name: 'Mail',
        promise: 'Mail op je eigen domein, zonder reclame.',
        points: ['Mailboxen van 10 GB', 'In twee minuten op je telefoon', 'Spam komt er niet in'],
      },
    },
  },
  {
    slug: 'vps',
    price: 1295,
    text: {
      en: {
        name: 'A VPS',
        promise: 'A server that is yours alone, ready in a minute.',
        points: ['Four cores, 8 GB of memory, 120 GB of NVMe', 'Root access', 'A snapshot before every update'],
      },
      nl: {
        name: 'Een VPS',
        promise: 'Een server voor jou alleen, klaar in een minuut.',
        points: ['Vier kernen, 8 GB geheugen, 120 GB NVMe', 'Root-toegang', 'Een snapshot voor elke update'],
      },
    },
  },
];

export const productOf = (slug: string): Product | undefined => products.find((product) => product.slug == slug);

/** An amount in euros, written as that language does. */
export const euros = (cents: number, lang: Lang): string =>
  new Intl.NumberFormat(lang == 'nl' ? 'nl-NL' : 'en-IE', { style: 'currency', currency: 'EUR' }).format(cents / 100);
