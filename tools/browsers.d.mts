export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface PuppeteerBrowser {
  executablePath: string;
  /** Set for a chrome-headless-shell, which lacks what a full Chromium has. */
  headless?: 'shell';
  env?: Record<string, string>;
}

export interface WebKitBrowser {
  /** WebKitWebDriver. */
  executablePath: string;
  miniBrowser: string;
}

export interface Browsers {
  chromium?: PuppeteerBrowser;
  firefox?: PuppeteerBrowser;
  webkit?: WebKitBrowser;
}

export const ENGINES: readonly Engine[];
export function ensureBrowsers(options?: { log?: (line: string) => void }): Promise<Browsers>;
