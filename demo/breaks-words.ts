/** One thing that goes wrong: what the button says, and what the page says of it. */
interface Break {
  readonly name: string;
  /** What the customer sees. */
  readonly text: string;
  readonly button: string;
  readonly begun?: string;
  readonly ended?: string;
  readonly failed?: string;
  readonly dialog?: string;
}

const en = {
  text: 'Each of these goes wrong as it does in real shops. The trail records what happened, under the session ID at the foot of this page: see the list.',
  cards: {
    order: {
      name: 'The order service is down',
      text: 'The order is sent, and the answer is an error message.',
      button: 'Order',
      ended: 'Thank you for your order.',
      failed: 'We cannot take orders at the moment. Nothing was ordered.',
    },
    pay: {
      name: 'Offline in the checkout',
      text: 'Switch your connection off first: the payment does not reach the shop. With a connection it does.',
      button: 'Pay',
      begun: 'Paying…',
      ended: 'Paid. (Nothing is for sale here.)',
      failed: 'There is no connection to the shop. Nothing was paid.',
    },
    invoices: {
      name: 'The login has expired',
      text: 'The invoices are asked for, and the page wants a login first.',
      button: 'My invoices',
      ended: 'There are no invoices.',
      failed: 'Your login has expired.',
    },
    photo: {
      name: 'An image is missing',
      text: 'Where the photo should be, there are only words.',
      button: 'Look into the data centre',
      ended: 'Rows of servers in Groningen',
    },
    chat: {
      name: 'A script is blocked',
      text: 'The page’s security policy refuses the chat of another company. It never comes.',
      button: 'Chat with us',
      begun: 'Somebody will be with you in a moment…',
    },
    total: {
      name: 'A product without a price',
      text: 'The script stops with an error, and the total never comes.',
      button: 'Add it all up',
      begun: 'Adding up…',
      ended: 'Together a month, in cents:',
    },
    compare: {
      name: 'A button without effect',
      text: 'Nothing happens at all: the script looks for a button that is no longer called that.',
      button: 'Compare the packages',
      ended: 'Web hosting has 25 GB, a VPS 120 GB.',
    },
    domain: {
      name: 'Clicked again and again',
      text: 'Nothing is seen for a second and a half. Click a few times, as one does.',
      button: 'Is this name free?',
      ended: 'The name is free.',
      failed: 'That could not be found out.',
    },
    search: {
      name: 'A slow answer',
      text: 'The answer takes three and a half seconds.',
      button: 'Search the help pages',
      begun: 'Searching…',
      ended: 'Nothing found.',
      failed: 'The search does not work at the moment.',
    },
    bundle: {
      name: 'A page that hangs',
      text: 'The best bundle is worked out for three seconds, in which the page answers nothing.',
      button: 'Find the best bundle',
      ended: 'The best bundle that was found, a month:',
    },
    transfer: {
      name: 'A dialog with bad news',
      text: 'The code has expired, and a dialog says so.',
      button: 'Move my domain here',
      ended: 'Your domain is on its way.',
      dialog: 'This transfer code has expired. Ask where your domain is now for a new one.',
    },
  } satisfies Record<string, Break>,
  logIn: 'Log in again',
  close: 'Close',
  list: 'What the trail recorded',
  listText: 'Of this session, the newest first. What went wrong stands out.',
  columns: ['Time', 'Event', 'What', 'Count'],
};

/** The names of what goes wrong, in the page's order. */
export type BreakName = keyof typeof en.cards;

const nl: typeof en = {
  text: 'Dit gaat allemaal mis zoals het in echte winkels misgaat. Het spoor legt vast wat er gebeurde, onder de sessie-ID onderaan deze pagina: zie de lijst.',
  cards: {
    order: {
      name: 'De besteldienst ligt plat',
      text: 'De bestelling wordt verstuurd, en het antwoord is een foutmelding.',
      button: 'Bestellen',
      ended: 'Bedankt voor je bestelling.',
      failed: 'We kunnen nu geen bestellingen aannemen. Er is niets besteld.',
    },
    pay: {
      name: 'Offline bij het afrekenen',
      text: 'Verbreek eerst je verbinding: de betaling komt niet bij de winkel aan. Met verbinding wel.',
      button: 'Betalen',
      begun: 'Bezig met betalen…',
      ended: 'Betaald. (Hier is niets te koop.)',
      failed: 'Er is geen verbinding met de winkel. Er is niets betaald.',
    },
    invoices: {
      name: 'De login is verlopen',
      text: 'De facturen worden opgevraagd, en de pagina wil eerst een login.',
      button: 'Mijn facturen',
      ended: 'Er zijn geen facturen.',
      failed: 'Je login is verlopen.',
    },
    photo: {
      name: 'Er ontbreekt een afbeelding',
      text: 'Waar de foto hoort, staan alleen woorden.',
      button: 'Kijk in het datacenter',
      ended: 'Rijen servers in Groningen',
    },
    chat: {
      name: 'Een script wordt geblokkeerd',
      text: 'Het beveiligingsbeleid van de pagina weigert de chat van een ander bedrijf. Hij komt nooit.',
      button: 'Chat met ons',
      begun: 'Er komt zo iemand bij je…',
    },
    total: {
      name: 'Een product zonder prijs',
      text: 'Het script stopt met een fout, en het totaal komt nooit.',
      button: 'Tel alles op',
      begun: 'Bezig met optellen…',
      ended: 'Samen per maand, in centen:',
    },
    compare: {
      name: 'Een knop die niets doet',
      text: 'Er gebeurt helemaal niets: het script zoekt een knop die niet meer zo heet.',
      button: 'Vergelijk de pakketten',
      ended: 'Webhosting heeft 25 GB, een VPS 120 GB.',
    },
    domain: {
      name: 'Keer op keer geklikt',
      text: 'Anderhalve seconde lang is er niets te zien. Klik een paar keer, zoals dat gaat.',
      button: 'Is deze naam vrij?',
      ended: 'De naam is vrij.',
      failed: 'Dat viel niet na te gaan.',
    },
    search: {
      name: 'Een traag antwoord',
      text: 'Het antwoord duurt drieënhalve seconde.',
      button: 'Doorzoek de hulppagina’s',
      begun: 'Bezig met zoeken…',
      ended: 'Niets gevonden.',
      failed: 'Zoeken werkt nu niet.',
    },
    bundle: {
      name: 'Een pagina die hangt',
      text: 'Drie seconden lang wordt de beste bundel uitgerekend, en de pagina reageert nergens op.',
      button: 'Vind de beste bundel',
      ended: 'De beste bundel die gevonden is, per maand:',
    },
    transfer: {
      name: 'Een dialoog met slecht nieuws',
      text: 'De code is verlopen, en een dialoog zegt dat.',
      button: 'Verhuis mijn domein hierheen',
      ended: 'Je domein is onderweg.',
      dialog: 'Deze verhuiscode is verlopen. Vraag een nieuwe waar je domein nu is.',
    },
  },
  logIn: 'Opnieuw inloggen',
  close: 'Sluiten',
  list: 'Wat het spoor vastlegde',
  listText: 'Van deze sessie, het nieuwste eerst. Wat misging, valt op.',
  columns: ['Tijd', 'Gebeurtenis', 'Wat', 'Aantal'],
};

export const breaksWords = { en, nl };
