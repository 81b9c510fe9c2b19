import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskRecord } from '../../../src/desk/record.ts';
import { tell } from '../../../src/desk/story/sentence.ts';
import { summarize } from '../../../src/desk/story/summary.ts';
import { WORDS, type Language } from '../../../src/desk/story/words.ts';
import { happening as it, record, START } from '../records.ts';

const told = (records: readonly DeskRecord[], language: Language = 'en', now = START) =>
  tell(summarize(records), WORDS[language], { timeZone: 'Europe/Amsterdam', now });

const order = [
  it.begin(0),
  it.visit(0, '/'),
  it.visit(1, '/breaks'),
  it.failed(62, '/breaks', '/breaks/order', 503, 2),
  it.failed(65, '/breaks', '/breaks/order', 503),
  it.copied(66, '/checkout'),
];

test('says what failed, how often, from when to when, and where the ID was copied then', () => {
  assert.equal(
    told(order),
    'The request to /breaks/order was answered with 503 three times between 14:02 and 14:05; the customer then copied the ID on /checkout.',
  );
  assert.equal(
    told(order, 'nl'),
    'Het verzoek aan /breaks/order werd tussen 14:02 en 14:05 drie keer met 503 beantwoord; daarna kopieerde de klant de ID op /checkout.',
  );
  assert.equal(
    told(order, 'de'),
    'Die Anfrage an /breaks/order wurde zwischen 14:02 und 14:05 Uhr dreimal mit 503 beantwortet; danach wurde die ID auf /checkout kopiert.',
  );
});

test('names the time once where it was within a minute, and the day where it was another', () => {
  const records = [it.visit(0, '/'), it.failed(62.1, '/', '/cart', undefined), it.failed(62.9, '/', '/cart', undefined)];
  assert.equal(told(records), 'The request to /cart got no answer twice at 14:02.');
  const later = START + 3 * 86_400_000;
  assert.equal(told(records, 'en', later), 'The request to /cart got no answer twice at 14:02 on 23 November.');
  assert.equal(told(records, 'nl', later), 'Het verzoek aan /cart kreeg op 23 november om 14:02 twee keer geen antwoord.');
  assert.equal(told(records, 'de', later), 'Die Anfrage an /cart blieb am 23. November um 14:02 Uhr zweimal ohne Antwort.');
});

test('names both days of what went on over midnight, and a day once', () => {
  const records = [
    it.visit(0, '/'),
    it.failed(650, '/', '/cart', 500),
    it.failed(665, '/', '/cart', 500),
    it.offline(664, '/'),
  ];
  assert.equal(
    told(records, 'en', START + 5 * 86_400_000),
    'The request to /cart was answered with 500 twice between 23:50 on 23 November and 00:05 on 24 November; ' +
      'the internet connection was lost at 00:04.',
  );
  assert.match(told(records, 'nl'), /tussen 23:50 en 24 november 00:05/);
  assert.match(told(records, 'de'), /zwischen 23:50 Uhr und dem 24\. November, 00:05 Uhr, zweimal/);
});

test('tells the worst first, then a second one, and counts the others', () => {
  const records = [
    it.visit(0, '/'),
    it.missing(1, '/', 'image', '/hero.jpg'),
    it.dead(2, '/', 'button', 3),
    it.failed(3, '/checkout', '/order', 500),
    it.slow(4, '/', '/search', 5200),
    it.copied(5, '/'),
  ];
  assert.equal(
    told(records),
    'The request to /order was answered with 500 at 13:03; three clicks on a button on the home page did nothing at 13:02; ' +
      'there were two other problems; the customer then copied the ID on the home page.',
  );
  assert.match(
    told(records, 'nl'),
    /; er waren nog twee andere problemen; daarna kopieerde de klant de ID op de startpagina\.$/,
  );
  assert.match(told(records, 'de'), /; es gab noch zwei weitere Probleme; danach wurde die ID auf der Startseite kopiert\.$/);
});

test('says once when something happened, and where it was the same time not again', () => {
  const records = [it.failed(60, '/', '/order', 503), it.logged(60.5, 17, 'no'), it.copied(63, '/')];
  assert.equal(
    told(records, 'en', START + 86_400_000),
    'The request to /order was answered with 503 at 14:00 on 23 November; the server “orders” reported an error (“no”); ' +
      'the customer then copied the ID on the home page.',
  );
});

test('tells what happened shortly before the copy before what was worse and long ago, or came only then', () => {
  const records = [
    it.failed(0, '/', '/old', 500),
    it.dead(60, '/plans'),
    it.copied(61, '/plans'),
    it.failed(90, '/', '/new', 500),
  ];
  assert.match(told(records), /^A click on a button on \/plans did nothing at 14:00;/);
});

test('does not say that the copy came after a trouble that came later', () => {
  assert.equal(
    told([it.copied(0, '/'), it.failed(30, '/', '/order', 500)]),
    'The request to /order was answered with 500 at 13:30; the customer had copied the ID on the home page at 13:00.',
  );
});

test('says that a session was quiet, or empty', () => {
  const quiet = [it.visit(60, '/'), it.dialog(61, '/'), it.state(63, '/plans', 'loaded'), it.copied(64, '/plans')];
  assert.equal(
    told(quiet),
    'Nothing went wrong in this session: the customer saw two pages between 14:00 and 14:04 and copied the ID on /plans.',
  );
  assert.equal(
    told(quiet, 'nl'),
    'In deze sessie ging niets mis: de klant bekeek tussen 14:00 en 14:04 twee pagina’s en kopieerde de ID op /plans.',
  );
  assert.equal(
    told(quiet, 'de'),
    'In dieser Sitzung ging nichts schief: Es wurden zwischen 14:00 und 14:04 Uhr zwei Seiten aufgerufen und die ID auf /plans kopiert.',
  );
  assert.equal(told([it.logged(0, 9, 'order taken')]), 'Nothing went wrong in this session at 13:00.');
  assert.equal(told([]), 'Nothing has been recorded in this session.');
});

const each: readonly [DeskRecord, en: string, nl: string, de: string][] = [
  [
    it.failed(0, '/', '/a', 404),
    'The request to /a was answered with 404',
    'Het verzoek aan /a werd',
    'Die Anfrage an /a wurde',
  ],
  [
    it.timeout(0, '/', '/pay'),
    'took too long and was given up',
    'duurde om 13:00 te lang en werd afgebroken',
    'dauerte um 13:00 Uhr zu lange und wurde abgebrochen',
  ],
  [
    it.slow(0, '/', '/search', 5200),
    'was slow (5.2 seconds) at 13:00',
    'was om 13:00 traag (5,2 seconden)',
    'war um 13:00 Uhr langsam (5,2 Sekunden)',
  ],
  [
    it.missing(0, '/', 'script', 'https://chat.example/w.js'),
    'The script chat.example/w.js could not be loaded',
    'Het script chat.example/w.js kon om 13:00 niet worden geladen',
    'Das Skript chat.example/w.js konnte um 13:00 Uhr nicht geladen werden',
  ],
  [
    it.dead(0, '/plans', 'button', 3),
    'Three clicks on a button on /plans did nothing',
    'Drie klikken op een knop op /plans hadden om 13:00 geen effect',
    'Drei Klicks auf eine Schaltfläche auf /plans blieben um 13:00 Uhr ohne Wirkung',
  ],
  [
    it.rage(0, '/pay', 7),
    'The customer clicked a button on /pay seven times in quick succession',
    'De klant klikte om 13:00 zeven keer snel achter elkaar op een knop op /pay',
    'Auf /pay wurde um 13:00 Uhr siebenmal schnell hintereinander auf eine Schaltfläche geklickt',
  ],
  [
    it.sluggish(0, '/plans', 1240),
    'The website was slow to react on /plans (1.2 seconds)',
    'De website reageerde op /plans om 13:00 traag (1,2 seconden)',
    'Die Website reagierte auf /plans um 13:00 Uhr langsam (1,2 Sekunden)',
  ],
  [
    it.alert(0, '/pay', 'No stock'),
    'The message “No stock” was shown on /pay',
    'Op /pay verscheen om 13:00 de melding “No stock”',
    'Auf /pay erschien um 13:00 Uhr die Meldung „No stock“',
  ],
  [
    it.alert(0, '/pay'),
    'A message was shown on /pay',
    'Op /pay verscheen om 13:00 een melding',
    'Auf /pay erschien um 13:00 Uhr eine Meldung',
  ],
  [
    it.thrown(0, '/pay', 'x is null'),
    'An error occurred on /pay (“TypeError: x is null”)',
    'Er trad op /pay om 13:00 een fout op (“TypeError: x is null”)',
    'Auf /pay trat um 13:00 Uhr ein Fehler auf („TypeError: x is null“)',
  ],
  [
    it.refused(0, '/'),
    'The website’s security policy blocked inline',
    'Het beveiligingsbeleid van de website blokkeerde om 13:00 inline',
    'Die Sicherheitsrichtlinie der Website blockierte um 13:00 Uhr inline',
  ],
  [
    it.offline(0, '/'),
    'The internet connection was lost',
    'De internetverbinding viel om 13:00 weg',
    'Die Internetverbindung brach um 13:00 Uhr ab',
  ],
  [
    it.logged(0, 17, 'warehouse down'),
    'The server “orders” reported an error (“warehouse down”)',
    'De server “orders” meldde om 13:00 een fout (“warehouse down”)',
    'Der Server „orders“ meldete um 13:00 Uhr einen Fehler („warehouse down“)',
  ],
];

test('has good words for each kind of trouble, in each language', () => {
  for (const [trouble, ...sentences] of each) {
    for (const [i, language] of (['en', 'nl', 'de'] as const).entries()) {
      const sentence = told([trouble], language);
      assert.ok(sentence.startsWith(sentences[i]!) || sentence.includes(sentences[i]!), `${sentence} | ${sentences[i]!}`);
    }
  }
});

test('counts in words up to twelve', () => {
  assert.match(told([it.failed(0, '/', '/a', 500, 12)]), / twelve times at/);
  assert.match(told([it.failed(0, '/', '/a', 500, 13)]), / 500, 13 times at/);
  assert.match(told([it.failed(0, '/', '/a', 500, 13)], 'de'), / 13-mal mit/);
});

test('is one line of plain text whatever the records hold, and not long', () => {
  const evil = `<img src=x onerror=alert(1)>\n\u202e\u0000${'x'.repeat(1_000_000)}`;
  const hostile = { toString: 1 } as never;
  const records = [
    it.thrown(0, evil, evil),
    it.missing(1, evil, evil, evil),
    it.logged(2, 17, evil),
    it.copied(3, evil),
    record('session_badge.click.dead', 4, hostile, 13, {
      'session_badge.count': -1,
      'session_badge.element.role': 'constructor',
    }),
    record('toString', 5, '/', NaN, { 'http.response.status_code': [] }, { time: 1e300 }),
    record('session_badge.request.failed', 6, '/', 17, { 'session_badge.count': '1e999', 'session_badge.duration': 'soon' }),
  ];
  for (const language of ['en', 'nl', 'de'] as const) {
    for (const trouble of [records, ...records.map((each) => [each])]) {
      const sentence = told(trouble, language);
      assert.ok(sentence.length < 600, sentence);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(sentence, /[\u0000-\u001f\u202e]|undefined|NaN|\[object/);
      assert.match(sentence, /\.$/);
    }
  }
});
