import { readdirSync, readFileSync } from 'node:fs';
import { brotli } from './brotli.ts';
import type { Verdict } from './question.ts';
import { dist, only } from './size-files.ts';

/** The largest of the languages: the README's figure is of each. */
const largestLocale = (): number =>
  Math.max(
    ...readdirSync(`${import.meta.dirname}/../dist/locales`)
      .filter((file) => file.endsWith('.js'))
      .map((file) => brotli(dist(`locales/${file}`))),
  );

interface Claim {
  readonly what: string;
  /** Finds the figure, in kB. */
  readonly said: RegExp;
  readonly bytes: () => number | Promise<number>;
}

const claims: readonly Claim[] = [
  { what: './cdn', said: /One custom element, ([\d.]+) kB \(brotli\)/, bytes: () => brotli(dist('cdn.js')) },
  {
    what: 'propagate alone',
    said: /import \{ propagate \}.*\/\/ ([\d.]+) kB beside the session/,
    bytes: async () => brotli(await only('propagate', 'correlate.js')),
  },
  { what: 'the trail', said: /a file of its own, ([\d.]+) kB/, bytes: () => brotli(dist('chunks/trail.js')) },
  {
    what: './session',
    said: /import \{ getSessionManager \}.*\/\/ ([\d.]+) kB, no element/,
    bytes: () => brotli(dist('session.js')),
  },
  { what: 'a language', said: /a file for each language \(([\d.]+) kB\)/, bytes: largestLocale },
];

/** Are the README's sizes those of the files? To as many digits as it gives. */
export async function checkClaims(): Promise<Verdict> {
  const readme = readFileSync(`${import.meta.dirname}/../README.md`, 'utf8');
  const off: string[] = [];
  for (const { what, said, bytes } of claims) {
    const figure = said.exec(readme)?.[1];
    if (!figure) throw new Error(`the README says nothing of ${what} that fits ${said}`);
    const measured = ((await bytes()) / 1000).toFixed(figure.split('.')[1]?.length ?? 0);
    if (measured != figure) off.push(`${what} is ${measured} kB, not ${figure}`);
  }
  return {
    what: "README's figures",
    goal: 'as measured',
    measured: off.join('; ') || `all ${claims.length}`,
    isMet: !off.length,
  };
}
