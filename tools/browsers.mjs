// Which real browsers are here? Finds them, installs what is missing where that is possible, and says in one line each
// which engine is left out and why. Plain Node without dependencies.
//
//   CHROMIUM_BIN, FIREFOX_BIN, WEBKIT_DRIVER   use this one
//   BROWSERS=chromium,webkit                   only these engines
//   CI=true                                    a missing engine is an error
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aptGet, isAptRoot, isExecutable, onPath } from './programs.mjs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Debian's packages. Without a font its Chromium draws text of no height. */
const PACKAGES = {
  chromium: ['chromium', 'fonts-dejavu-core'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
  webkit: ['WebKitWebDriver'],
};

/** WebKitGTK's test browser, which its driver starts; not on PATH. */
const miniBrowser = () =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .map((triplet) => `/usr/lib/${triplet}/webkit2gtk-4.1/MiniBrowser`)
    .find(isExecutable);

const variableOf = (engine) => (engine == 'webkit' ? 'WEBKIT_DRIVER' : `${engine.toUpperCase()}_BIN`);

/** @returns {{ browser?: object, why?: string }} */
function find(engine) {
  const variable = variableOf(engine);
  const named = process.env[variable];
  if (named && !isExecutable(named)) return { why: `${variable} names no executable file: ${named}` };
  const executablePath = named || onPath(...NAMES[engine]);
  if (!executablePath) return { why: `none of ${NAMES[engine].join(', ')} is on PATH` };
  if (engine != 'webkit') return { browser: { executablePath } };
  const binary = miniBrowser();
  if (!binary) return { why: 'no MiniBrowser of webkit2gtk-4.1' };
  if (!onPath('Xvfb')) return { why: 'no Xvfb, and WebKitGTK has no headless mode' };
  return { browser: { executablePath, miniBrowser: binary } };
}

function aptInstall(engines, log) {
  if (!isAptRoot()) return;
  const packages = engines.flatMap((engine) => PACKAGES[engine]);
  log(`installing ${packages.join(' ')} with apt-get`);
  aptGet(['update']);
  aptGet(['install', '-y', '--no-install-recommends', ...packages]);
}

/** The Chromium in the npm package @sparticuz/chromium: needs no root and no system library. */
async function chromiumFromNpm(log) {
  if (process.platform != 'linux' || process.arch != 'x64') return undefined;
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    // libnss3 and others, which it unpacks by itself on AWS only.
    const libraries = await inflate(path.join(path.dirname(main), '..', 'bin', 'al2023.tar.br'));
    log(`using the Chromium of @sparticuz/chromium`);
    return {
      executablePath,
      headless: 'shell',
      env: {
        ...process.env,
        FONTCONFIG_PATH: path.join(tmpdir(), 'fonts'),
        LD_LIBRARY_PATH: [path.join(libraries, 'lib'), tmpdir(), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      },
    };
  } catch (error) {
    log(`@sparticuz/chromium cannot be used: ${error.message}`);
    return undefined;
  }
}

function chromiumFromPlaywright(log) {
  log('trying "npx playwright install chromium"');
  const npx = (...args) => spawnSync('npx', ['--yes', 'playwright', ...args], { encoding: 'utf8', timeout: 180_000 });
  if (npx('install', 'chromium').status != 0) return undefined;
  const folder = /Install location:\s*(\S+chromium-\S+)/.exec(npx('install', '--dry-run', 'chromium').stdout)?.[1];
  const executablePath = ['chrome-linux64/chrome', 'chrome-linux/chrome']
    .map((file) => path.join(folder ?? '', file))
    .find(isExecutable);
  return executablePath && { executablePath };
}

/**
 * The browsers to test in: for each engine what puppeteer's `launch` needs, for WebKit the driver and its MiniBrowser.
 * Throws if there is none, and with CI set if one is missing.
 */
export async function ensureBrowsers({ log = console.log } = {}) {
  const wanted = (process.env.BROWSERS || ENGINES.join()).split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !ENGINES.includes(name));
  if (unknown.length) throw new Error(`BROWSERS: there is no ${unknown.join(', ')}, only ${ENGINES.join(', ')}`);

  // Where a variable names a browser that is not there, another one in its place would hide the mistake.
  const mayReplace = (engine) => !process.env[variableOf(engine)];
  const missing = wanted.filter((engine) => !find(engine).browser && mayReplace(engine));
  if (missing.length) aptInstall(missing, log);

  const found = {};
  const lacking = [];
  for (const engine of wanted) {
    const { why } = find(engine);
    let { browser } = find(engine);
    if (engine == 'chromium' && missing.includes(engine))
      browser ??= (await chromiumFromNpm(log)) ?? chromiumFromPlaywright(log);
    if (browser) found[engine] = browser;
    else {
      lacking.push(engine);
      log(`skipped ${engine}: ${why} (Debian: apt-get install ${PACKAGES[engine].join(' ')})`);
    }
  }
  if (!Object.keys(found).length) throw new Error('no browser to test in');
  if (lacking.length && process.env.CI) throw new Error(`missing on CI: ${lacking.join(', ')}`);
  return found;
}
