import { atMostKilobytes } from './goals.ts';
import { floor, vanilla, ours } from './peers.ts';
import type { Question, Verdict } from './question.ts';
import { checkClaims } from './size-claims.ts';
import { bundled, bundledOurs, dist, only, sized, version, withImports, type Sized } from './size-files.ts';
import { sizeParts } from './size-parts.ts';
import { table, times } from './table.ts';

const peer = async (name: string, source: string, path = source): Promise<Sized> =>
  sized(`${name} ${version(source)}`, await bundled([path]));

/** With the style sheet that it needs. */
async function styled(name: string, source: string, path: string, style: string): Promise<Sized> {
  const codes = await bundled([path, style].map((path) => `${source}/${path}`));
  return sized(`${name} ${version(source)} with ${style.split('/').at(-1)!}`, codes);
}

const badges = async (): Promise<readonly Sized[]> => [
  sized(`${ours.name}: cdn.js`, withImports('cdn.js')),
  sized(`${ours.name}: \`.\` by a bundler, with lit`, await bundledOurs([])),
  sized(`${ours.name}: \`.\` by a bundler, beside the page's lit`, await bundledOurs(['lit'])),
  sized(`${ours.name}: define.js, element.js, session.js, lit outside`, withImports('define.js')),
  sized(floor.name, [floor.code]),
  sized(vanilla.name, [vanilla.code]),
  await peer('clipboard-copy-element', '@github/clipboard-copy-element'),
  await peer('clipboard.js', 'clipboard', './peers/size/clipboard.ts'),
  await styled(
    'Shoelace sl-copy-button',
    '@shoelace-style/shoelace',
    'dist/components/copy-button/copy-button.js',
    'dist/themes/light.css',
  ),
  await styled(
    'Web Awesome wa-copy-button',
    '@awesome.me/webawesome',
    'dist/components/copy-button/copy-button.js',
    'dist/styles/themes/default.css',
  ),
  await peer('Carbon cds-copy-button', '@carbon/web-components', '@carbon/web-components/es/components/copy-button/index.js'),
];

const engines = async (): Promise<readonly Sized[]> => [
  sized(`${ours.name}: session.js`, withImports('session.js')),
  await peer('OpenTelemetry web-common', '@opentelemetry/web-common', './peers/size/opentelemetry.ts'),
  await peer('Faro web-sdk', '@grafana/faro-web-sdk', './peers/size/faro.ts'),
  await peer('Datadog RUM slim', '@datadog/browser-rum-slim', './peers/size/datadog.ts'),
  await peer('Sentry browser', '@sentry/browser', './peers/size/sentry.ts'),
  await peer('PostHog', 'posthog-js', './peers/size/posthog.ts'),
];

const others = async (): Promise<readonly Sized[]> => [
  sized('correlate.js, beside session.js', [dist('correlate.js')]),
  sized('correlate.js, propagate alone', [await only('propagate', 'correlate.js')]),
  sized('trail.js, beside session.js', [dist('trail.js')]),
  sized('server.js', [dist('server.js')]),
  sized('on demand: chunks/info.js', [dist('chunks/info.js')]),
  sized('on demand: locales/de.js', [dist('locales/de.js')]),
  sized('on demand: chunks/trail.js (see "Trail: size")', [dist('chunks/trail.js')]),
];

const bytes = ({ name, minified, brotli }: Sized): string[] => [name, String(minified), String(brotli)];

/** How many bytes does a visitor load? */
function askSize(): Question {
  let found: { badges: readonly Sized[]; engines: readonly Sized[]; others: readonly Sized[]; claims: Verdict };

  const beside = (files: readonly Sized[]): string => {
    const least = found.badges.find(({ name }) => name == floor.name)!;
    return table(
      ['file', 'minified', 'brotli', 'to the floor', 'to ours'],
      files.map((file) => [...bytes(file), times(file.brotli / least.brotli), times(file.brotli / files[0]!.brotli)]),
    );
  };

  return {
    title: 'Size',
    method: [
      'Brotli 11, in bytes. Ours as it is in `dist/` with what a file imports at once, where no bundler is named; the others bundled and minified by esbuild, lit inside where they use it. To ours: to the first row. A style sheet that a peer needs is named and counted.',
      "Of the session engines only OpenTelemetry's is to be had alone; of the others it is the least that brings a session, and that does more.",
      "Where the bytes of `cdn.js` are: each piece of the minified file is its source's that the source map names; the brotli of all pieces of a part, scaled so that the parts add up to the file.",
    ].join(' '),
    rounds: 1,
    async round() {
      found = { badges: await badges(), engines: await engines(), others: await others(), claims: await checkClaims() };
    },
    table: () =>
      [
        'Badges and copy buttons:',
        beside(found.badges),
        'Session engines:',
        beside(found.engines),
        'Of ours, besides:',
        table(['file', 'minified', 'brotli'], found.others.map(bytes)),
        'Where the bytes of `cdn.js` are:',
        sizeParts('cdn.js'),
      ].join('\n\n'),
    verdicts: () => [
      atMostKilobytes('./cdn, what loads before the first copy', found.badges[0]!.brotli, 9),
      atMostKilobytes('./session alone', found.engines[0]!.brotli, 2.4),
      found.claims,
    ],
  };
}

export const size = askSize();
