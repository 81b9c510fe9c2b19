// Unit and component tests, in all engines at once. `node tools/test.mjs` runs them as part of everything;
// `npx wtr` by themselves:
//
//   FILES='test/session/*.test.ts'   only these
//   BROWSERS=chromium,webkit         only there
//   COVERAGE=1                       what they cover of src/, into coverage/ (measured in Chromium)
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { ensureBrowsers } from './tools/browsers.mjs';
import { exitOnSignals } from './tools/exit-on-signals.ts';
import { launchOptions } from './tools/launch-options.ts';
import { WebKitLauncher } from './tools/webkit/launcher.ts';
import { bundled } from './tools/wtr/bundled.ts';
import { extraCommands } from './tools/wtr/commands.ts';
import { echo } from './tools/wtr/echo.ts';
import { countsReporter } from './tools/wtr/counts-reporter.ts';

exitOnSignals();

/** What the trail has of OpenTelemetry. */
const OPENTELEMETRY = [
  '@opentelemetry/api',
  '@opentelemetry/api-logs',
  '@opentelemetry/otlp-transformer',
  ...['console', 'errors', 'navigation', 'resource-timing', 'user-action', 'web-vitals'].map(
    (name) => `@opentelemetry/browser-instrumentation/experimental/${name}`,
  ),
];

/** http://shop.test:<port> is the same server without a secure context. */
const hosts = ['shop.test'];

// Cookies, focus and clipboard belong to a whole browser: one test file at a time in each.
const concurrency = 1;

const launcherOf = {
  chromium: (browser) =>
    chromeLauncher({
      concurrency,
      launchOptions: launchOptions('chromium', browser, hosts),
      // A chrome-headless-shell refuses to write to the clipboard even in a click. Granted there only: where it is not
      // needed, it would hide that writing without a click is refused.
      ...(browser.headless == 'shell' && {
        async createPage({ context, config: { protocol, hostname, port } }) {
          await context.overridePermissions(`${protocol}//${hostname}:${port}`, [
            'clipboard-read',
            'clipboard-sanitized-write',
          ]);
          return context.newPage();
        },
      }),
    }),
  firefox: (browser) => chromeLauncher({ puppeteer, concurrency, launchOptions: launchOptions('firefox', browser, hosts) }),
  webkit: (browser) => new WebKitLauncher(browser),
};

const engineOf = new Map(
  Object.entries(await ensureBrowsers()).map(([engine, browser]) => [launcherOf[engine](browser), engine]),
);

export default {
  files: process.env.FILES?.split(',') ?? ['test/*.test.ts', 'test/{session,badge,correlate,trail,desk/page}/**/*.test.ts'],
  nodeResolve: true,
  browsers: [...engineOf.keys()],
  concurrentBrowsers: engineOf.size,
  testFramework: { config: { ui: 'bdd', timeout: 15_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  middleware: [echo],
  plugins: [
    bundled(OPENTELEMETRY),
    extraCommands,
    a11ySnapshotPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
  ],
  reporters: [defaultReporter(), countsReporter(engineOf)],
  coverage: !!process.env.COVERAGE,
  coverageConfig: { include: ['src/**/*.ts'], report: true, reportDir: 'coverage', reporters: ['lcovonly', 'text'] },
};
