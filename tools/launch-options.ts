import type { LaunchOptions } from 'puppeteer-core';
import type { PuppeteerBrowser } from './browsers.mjs';

/**
 * What puppeteer needs to launch a Chromium or Firefox for tests. `hosts` are names that lead to this machine: a page
 * of http://shop.test is not a secure context, as one of http://localhost is.
 */
export function launchOptions(
  engine: 'chromium' | 'firefox',
  browser: PuppeteerBrowser,
  hosts: readonly string[],
): LaunchOptions {
  const common: LaunchOptions = {
    headless: true,
    acceptInsecureCerts: true,
    ...browser,
    // Puppeteer closes the browser on these signals but keeps our process running; the exit handlers close it as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  if (engine == 'firefox')
    return {
      ...common,
      browser: 'firefox',
      extraPrefsFirefox: {
        'network.dns.localDomains': hosts.join(),
        // Processes that wait for sites which never come.
        'dom.ipc.processPrelaunch.enabled': false,
      },
    };
  return {
    ...common,
    args: [
      // Root, as in containers, has no sandbox.
      ...(process.getuid?.() == 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      // No look-ups of its own: tests stay on this machine.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(hosts.length ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ')}`] : []),
    ],
  };
}
