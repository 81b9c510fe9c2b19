/** What the page of the travelling click says. */
const en = {
  text: 'A click in this page goes to the shop’s server, from there to the warehouse’s, and straight to the warehouse, too, which is another origin. All three write a log. The session ID is what brings their lines together.',
  order: 'Order a test parcel',
  sent: 'Ordered. Compare the ID in the three logs with the one at the foot of this page.',
  failed: 'That did not work. Please try again.',
  browser: { name: 'This page', carried: 'Asks the badge’s session manager for the ID. Its log is as old as the page.' },
  shop: { name: 'The shop’s server', carried: 'Finds the ID in the cookie, which the browser sends with every request.' },
  warehouse: {
    name: 'The warehouse, another origin',
    carried: 'Gets no cookie. The header “baggage” brings the ID, from the shop’s server and from this page.',
  },
};

const nl: typeof en = {
  text: 'Een klik op deze pagina gaat naar de server van de winkel, van daar naar die van het magazijn, en ook rechtstreeks naar het magazijn, een andere origin. Alle drie schrijven een log. De sessie-ID brengt hun regels bij elkaar.',
  order: 'Bestel een proefpakket',
  sent: 'Besteld. Vergelijk de ID in de drie logs met die onderaan deze pagina.',
  failed: 'Dat is niet gelukt. Probeer het opnieuw.',
  browser: {
    name: 'Deze pagina',
    carried: 'Vraagt de ID aan de sessiemanager van de badge. De log is zo oud als de pagina.',
  },
  shop: {
    name: 'De server van de winkel',
    carried: 'Vindt de ID in de cookie, die de browser met elk verzoek meestuurt.',
  },
  warehouse: {
    name: 'Het magazijn, een andere origin',
    carried: 'Krijgt geen cookie. De header ‘baggage’ brengt de ID, van de server van de winkel en van deze pagina.',
  },
};

export const travelWords = { en, nl };
