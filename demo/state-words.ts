/** What the page of the badge's states says of each: its name, and how it came about. */
const en = {
  pending: { name: 'Pending', text: 'No session is settled yet: whoever owns it here answers that there is none.' },
  settled: { name: 'Settled', text: 'The session of this visit. Click its button: that is a real copy.' },
  copied: {
    name: 'Copied',
    text: 'A frame of its own, whose clipboard is a stand-in: nothing reaches yours. Stays for a minute; its button brings it back.',
  },
  'not-copied': { name: 'Not copied', text: 'Copied while there was no session, and none came.' },
  press: {
    name: 'Only your own keys can copy',
    text: 'A frame of its own, whose clipboard and older ways to copy a script of this page has made refuse. The ID is left selected.',
  },
  report: { name: 'Copies a report', text: 'What its button copies stands behind the question mark, to be seen before.' },
  support: { name: 'With a link to support', text: 'Leads to your mail program, with the ID in the subject.' },
  foreign: { name: 'An ID of the site’s own', text: 'Shown as the site made it: not in groups, and never renewed here.' },
  earlier: { name: 'With an earlier ID', text: 'Log out, and the ID before stands behind the question mark, for ten minutes.' },
  languages: { name: 'In each of its languages', text: 'By the nearest language around it, and in its direction.' },
  'right-to-left': { name: 'Right to left', text: 'The ID itself is always read from left to right.' },
  narrow: { name: 'Narrow', text: 'In a box that is 17 letters wide.' },
  panel: { name: 'With the panel open', text: 'As the question mark opens it.' },
};

/** The states that the page shows, in its order. */
export type StateName = keyof typeof en;

const nl: typeof en = {
  pending: { name: 'Wachtend', text: 'Er is nog geen sessie: wie haar hier beheert, antwoordt dat er geen is.' },
  settled: { name: 'Met een sessie', text: 'De sessie van dit bezoek. Klik op de knop: dat is echt kopiëren.' },
  copied: {
    name: 'Gekopieerd',
    text: 'Een eigen frame, met een klembord dat niet echt is: het jouwe merkt er niets van. Blijft een minuut staan; de knop haalt het terug.',
  },
  'not-copied': { name: 'Niet gekopieerd', text: 'Gekopieerd toen er geen sessie was, en er kwam er geen.' },
  press: {
    name: 'Alleen je eigen toetsen kunnen kopiëren',
    text: 'Een eigen frame, waarin een script van deze pagina het klembord en de oudere manieren van kopiëren laat weigeren. De ID blijft geselecteerd.',
  },
  report: {
    name: 'Kopieert een verslag',
    text: 'Wat de knop kopieert, staat achter het vraagteken en is dus vooraf te zien.',
  },
  support: { name: 'Met een link naar support', text: 'Opent je mailprogramma, met de ID in het onderwerp.' },
  foreign: {
    name: 'Een ID van de site zelf',
    text: 'Getoond zoals de site hem maakte: niet in groepjes, en hier nooit vernieuwd.',
  },
  earlier: {
    name: 'Met een eerdere ID',
    text: 'Log uit, en de vorige ID staat achter het vraagteken, tien minuten lang.',
  },
  languages: { name: 'In elk van zijn talen', text: 'Volgens de taal die er het dichtst omheen staat, en in haar richting.' },
  'right-to-left': { name: 'Van rechts naar links', text: 'De ID zelf leest altijd van links naar rechts.' },
  narrow: { name: 'Smal', text: 'In een vak van 17 letters breed.' },
  panel: { name: 'Met het paneel open', text: 'Zoals het vraagteken het opent.' },
};

export const stateWords = { en, nl };
