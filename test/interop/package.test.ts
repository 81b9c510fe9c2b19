import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type Rolldown } from 'vite';
import type { Browser } from '../support/browser.ts';
import { hostRoutes, script, shownId } from '../support/host-page.ts';
import { installPackage, lend, type Project } from '../support/installed.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startSite, type Reply, type Route, type Site } from '../support/site.ts';

/** What entry points export for use at run time; the types have a test of their own. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'session-id-badge': ['SessionIdBadge', 'getSessionManager'],
  'session-id-badge/element': ['SessionIdBadge'],
  'session-id-badge/session': ['getSessionManager'],
  'session-id-badge/correlate': ['connectSentry', 'propagate'],
  'session-id-badge/trail': ['startTrail'],
  'session-id-badge/server': ['endSession', 'readSessionId', 'renewSession'],
  'session-id-badge/cdn': ['SessionIdBadge', 'getSessionManager'],
  'session-id-badge/locales/nl': ['default'],
};
const FRAMEWORKS = ['react', 'preact', 'solid', 'vue', 'svelte'];

let project: Project;
/** What can be imported as code, under the names that users write. */
let entries: string[];

before(() => {
  project = installPackage();
  entries = Object.keys(project.package.json.exports)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => path.posix.join('session-id-badge', name.replace('*', 'nl')));
});
after(() => project.remove());

describe('the package, installed into an empty project', () => {
  const sizeOf = (folder: string) =>
    globSync('**', { cwd: folder, withFileTypes: true })
      .filter((file) => file.isFile())
      .reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);

  it('brings at most seven others, and is itself at most 2 MB', () => {
    const lock = readFileSync(path.join(project.folder, 'node_modules/.package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lock) as { packages: object };
    assert.ok(Object.keys(packages).length <= 8, Object.keys(packages).join());
    assert.ok(sizeOf(project.package.folder) < 2e6);
  });

  it('has the files that its package.json names', () => {
    const { json, folder } = project.package;
    const { customElements, unpkg, jsdelivr, types, 'web-types': webTypes, bin } = json as Record<string, string>;
    const named = [customElements, unpkg, jsdelivr, types, webTypes, ...Object.values(bin!)];
    const exported = Object.values(json.exports).flatMap((target) =>
      typeof target == 'string' ? target : Object.values(target),
    );
    for (const file of [...named, ...exported.map((name) => name.replace('*', 'nl'))]) {
      assert.ok(existsSync(path.join(folder, file!)), file);
    }
  });

  it('says in its README where this very version is', () => {
    const readme = readFileSync(path.join(project.package.folder, 'README.md'), 'utf8');
    const versions = readme.match(/session-id-badge@[\d.]+/g)!;
    assert.deepEqual([...new Set(versions)], [`session-id-badge@${project.package.json.version}`]);
  });

  it('tells editors of each attribute', () => {
    const read = (file: string) => JSON.parse(readFileSync(path.join(project.package.folder, file), 'utf8'));
    const manifest = read('custom-elements.json').modules[0].declarations[0].attributes.map(
      ({ name }: { name: string }) => name,
    );
    assert.ok(manifest.includes('signed-in') && manifest.includes('lang'));
    const webTypes = read('web-types.json').contributions.html.elements[0].attributes;
    assert.deepEqual(webTypes.map(({ name }: { name: string }) => name).sort(), [...manifest].sort());
    const vsCode = read('vscode.html-custom-data.json').tags[0].attributes;
    assert.deepEqual(vsCode.map(({ name }: { name: string }) => name).sort(), [...manifest].sort());
    assert.match(JSON.stringify(read('vscode.css-custom-data.json')), /::part\(copy-button\)/);
  });

  it('has the right hash of each file for pages', () => {
    const dist = path.join(project.package.folder, 'dist');
    const hashes = JSON.parse(readFileSync(path.join(dist, 'integrity.json'), 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(hashes), globSync('{*,chunks/*,locales/*}.js', { cwd: dist }).sort());
    for (const [file, hash] of Object.entries(hashes)) {
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(path.join(dist, file)))
          .digest('base64')}`,
      );
    }
  });
});

describe('each entry point', () => {
  it('can be imported where there is no browser, but for the one file for pages', () => {
    const onServers = entries.filter((entry) => entry != 'session-id-badge/cdn');
    for (const conditions of [[], ['--conditions=development']]) {
      const code = `
        const names = {};
        for (const entry of ${JSON.stringify(onServers)}) names[entry] = Object.keys(await import(entry));
        console.log(JSON.stringify(names));`;
      const { hasFailed, printed } = project.run('node', ...conditions, '--input-type=module', '--eval', code);
      assert.ok(!hasFailed, printed);
      checkNames(JSON.parse(printed));
    }
  });

  it('has types, in bundlers and in Node', () => {
    for (const name of ['@types/react', 'csstype', 'preact', 'solid-js', 'vue', 'svelte']) lend(project, name);
    project.write(
      'use.ts',
      `${entries.map((entry, i) => `import * as entry${i} from '${entry}';`).join('\n')}
       import { getSessionManager, type SessionChange } from 'session-id-badge';
       import { renewSession } from 'session-id-badge/server';
       import nl from 'session-id-badge/locales/nl';
       export const all = [${entries.map((_, i) => `entry${i}`)}];
       document.createElement('session-id-badge').addEventListener('session-change', ({ detail }) => detail satisfies SessionChange);
       getSessionManager({ maxDuration: '2h' }).onChange(({ reason }) => reason);
       nl.explanation satisfies string;
       // @ts-expect-error No such option.
       getSessionManager({ maxAge: 1 });
       // @ts-expect-error No such text.
       nl.greeting;
       // @ts-expect-error A request is needed.
       renewSession();`,
    );
    for (const moduleResolution of ['bundler', 'nodenext']) {
      const options = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom'], types: [], skipLibCheck: true };
      const module = moduleResolution == 'bundler' ? 'esnext' : 'nodenext';
      const compilerOptions = { ...options, module, moduleResolution };
      project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['use.ts'] }));
      const { hasFailed, printed } = project.run('tsc', '-p', '.');
      assert.ok(!hasFailed, printed);
    }
  });

  it('brings nothing into a bundle that does not use it, but for those that define the element', async () => {
    for (const entry of entries) {
      const file = project.write('imported.js', `import '${entry}';`);
      const [bundled] = (await build({
        root: project.folder,
        configFile: false,
        logLevel: 'error',
        build: { write: false, lib: { entry: file, formats: ['es'] }, minify: false },
      })) as Rolldown.RolldownOutput[];
      const { code } = bundled!.output[0];
      const defines = /^session-id-badge(\/cdn)?$/.test(entry);
      assert.equal(/customElements/.test(code), defines, `${entry}: ${code.slice(0, 200)}`);
      if (!defines) assert.equal(code.trim(), '', entry);
    }
  });
});

describe('in a browser, from a static server without a build step', () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    const folders = ['session-id-badge/dist', 'lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
    const files = globSync(`{${folders.join()}}/**/*.js`, { cwd: path.join(project.folder, 'node_modules') });
    const served = files.map((file): [string, Route] => [
      `/node_modules/${file}`,
      () => script(readFileSync(path.join(project.folder, 'node_modules', file), 'utf8')),
    ]);
    site = await startSite({
      routes: {
        ...hostRoutes,
        ...Object.fromEntries(served),
        '/one-file': hashedPage((hashes) => hashes),
        '/another-panel': hashedPage((hashes) => ({ ...hashes, 'chunks/info.js': hashes['chunks/trail.js']! })),
        '/hint': {
          body: onPage(`<script type="module" src="${fileOf('session-id-badge/cdn')}"></script>`, 'persistence="disk"'),
        },
        '/hint-in-development': modulesPage('development', 'persistence="disk"'),
        '/modules': modulesPage('default'),
      },
    });
    browser = await openBrowser();
  });
  after(async () => {
    site?.close();
    await browser?.close();
  });

  const onPage = (head: string, attributes = ''): string =>
    `<!doctype html><title>shop</title><script src="/witness.js"></script>${head}<session-id-badge ${attributes}></session-id-badge>`;

  /** Where a page finds an entry point. */
  const fileOf = (entry: string, condition = 'default'): string => {
    const name = `.${entry.slice('session-id-badge'.length).replace(/^\/locales\/nl$/, '/locales/*')}`;
    const target = project.package.json.exports[name] as Record<string, string>;
    const file = (target[condition] ?? target.default!).replace('*', 'nl');
    return path.posix.join('/node_modules/session-id-badge', file);
  };

  /** The one file, with its hash, and those of what it loads later in an import map. */
  function hashedPage(change: (hashes: Record<string, string>) => Record<string, string>): Reply {
    const dist = path.posix.dirname(fileOf('session-id-badge/cdn'));
    const hashes = change(JSON.parse(readFileSync(path.join(project.package.folder, 'dist/integrity.json'), 'utf8')));
    const integrity = Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`${dist}/${file}`, hash]));
    return {
      body: onPage(
        `<script type="importmap">${JSON.stringify({ integrity })}</script>
        <script type="module" src="${dist}/cdn.js" integrity="${hashes['cdn.js']}"></script>`,
      ),
    };
  }

  /** Imports all entry points, with an import map for what a bundler would find by itself. */
  function modulesPage(condition: string, attributes?: string): Reply {
    const imports = {
      ...Object.fromEntries(entries.map((entry) => [entry, fileOf(entry, condition)])),
      lit: '/node_modules/lit/index.js',
      'lit/': '/node_modules/lit/',
      'lit-html': '/node_modules/lit-html/lit-html.js',
      'lit-html/': '/node_modules/lit-html/',
      'lit-element/lit-element.js': '/node_modules/lit-element/lit-element.js',
      '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    };
    // The one file defines the element too: what is tested of it has a page of its own.
    const others = entries.filter((entry) => entry != 'session-id-badge/cdn');
    return {
      body: onPage(
        `<script type="importmap">${JSON.stringify({ imports })}</script>
        <script type="module">
          globalThis.names = {};
          for (const entry of ${JSON.stringify(others)}) names[entry] = Object.keys(await import(entry));
          document.title = 'imported';
        </script>`,
        attributes,
      ),
    };
  }

  /** Opens the panel, and answers what is in it or in the console. */
  async function panelOf(where: string): Promise<string> {
    const tab = await browser.newTab(`${site.url}/${where}`);
    assert.match(await shownId(tab), /^[0-9a-z]{16}$/);
    await tab.click(['session-id-badge', '[part=info-button]']);
    return tab.waitFor(() => {
      const panel = document.querySelector('session-id-badge')!.shadowRoot!.querySelector('#explanation');
      return panel?.textContent.trim() || globalThis.seen.errors.join();
    });
  }

  it('the one file shows an ID and explains it, all of it loaded by hash', async () => {
    assert.match(await panelOf('one-file'), /^This ID stands for your visit/);
  });

  it('without a panel that is another one than its hash says', async () => {
    assert.match(await panelOf('another-panel'), /session-id-badge: info "en" ignored/);
  });

  it('all entry points work together, the smaller ones with the same session', async () => {
    const tab = await browser.newTab(`${site.url}/modules`);
    await tab.waitFor(() => document.title == 'imported');
    const names = await tab.evaluate(() => (globalThis as unknown as { names: Record<string, string[]> }).names);
    checkNames(names);
    const id = await shownId(tab);
    const others = await tab.evaluate(async () => {
      // By the import map of the page.
      const { getSessionManager } = await import('session-id-badge/session' as string);
      return getSessionManager().getSessionId();
    });
    assert.equal(others, id);
    assert.deepEqual(await tab.evaluate(() => globalThis.seen.errors), []);
  });

  it('says a hint in short, and in development with what to do', async () => {
    const said = async (where: string) => {
      const tab = await browser.newTab(`${site.url}/${where}`);
      await shownId(tab);
      return (await tab.evaluate(() => globalThis.seen.errors)).filter((text) => text.startsWith('session-id-badge'));
    };
    const [first, link] = ['session-id-badge: persistence "disk" ignored', 'https://npmjs.com/package/session-id-badge#hints'];
    assert.deepEqual(await said('hint'), [`${first}\n${link}`]);
    assert.deepEqual(await said('hint-in-development'), [`${first}\nGive \`cookie\`, \`tab\` or \`memory\`.\n${link}`]);
  });
});

function checkNames(found: Readonly<Record<string, readonly string[]>>): void {
  for (const [entry, names] of Object.entries(found)) {
    const isForTypes = FRAMEWORKS.some((framework) => entry.endsWith(`/${framework}`));
    if (isForTypes) assert.deepEqual(names, [], entry);
    else for (const name of NAMES[entry]!) assert.ok(names.includes(name), `${entry} has ${names.join()}`);
  }
}
