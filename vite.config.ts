import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/**
 * Takes out the white space that is there for us only, from the html and css templates. Without the targets (a version is
 * `major << 16 | minor << 8`) Lightning CSS writes `width <= 30em`, which the oldest browsers of ours pass over.
 */
const minifyTemplates: Plugin = {
  name: 'minify-templates',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/badge\/.*\.ts$/.test(id)
      ? minifyHTMLLiterals(code, {
          fileName: id,
          css: { targets: { chrome: 100 << 16, firefox: 102 << 16, safari: (15 << 16) | (4 << 8) } },
        })
      : null,
};

/**
 * The policy of the Lit inside the one file gets a name of its own: under `trusted-types` a second policy of Lit's name,
 * the host's own Lit or ours, is refused, and its module with it. A second copy of the file goes without, and renders nothing.
 */
const ownPolicy: Plugin = {
  name: 'own-policy',
  transform(code, id) {
    if (!/lit-html\.js$/.test(id)) return null;
    const own = code.replace(
      /(\w+)\.createPolicy\((['"])lit-html\2,/,
      "(($1,name,rules)=>{try{return $1.createPolicy(name,rules)}catch{}})($1,'session-id-badge',",
    );
    if (own == code) this.error(`no policy found in ${id}`);
    // Nothing has moved that a source map could tell of.
    return { code: own, map: null };
  },
};

/**
 * Names of properties that nobody uses outside of the file: Lit's own cross-package ones where Lit is inside, and the private ones of
 * OpenTelemetry's classes, which TypeScript writes with one underscore.
 */
const MANGLED: Record<string, RegExp> = { cdn: /^_\$[A-Z]/, 'chunks/trail': /^_[a-z]/ };

/** Terser: 2 % smaller than what Vite does itself, which leaves ES libraries as they are. The map leads back to our source. */
const minifyModules: Plugin = {
  name: 'minify-modules',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type != 'chunk') continue;
      const { code, map } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3 },
        ...(MANGLED[chunk.name] && { mangle: { properties: { regex: MANGLED[chunk.name] } } }),
        sourceMap: { content: JSON.stringify(chunk.map) },
      });
      chunk.code = code!;
      const file = bundle[`${chunk.fileName}.map`];
      if (file?.type == 'asset') file.source = String(map);
    }
  },
};

/** What records the trail is one file for all builds, with its own copies of the few small parts that it shares with the badge. */
const trailApart: Plugin = {
  name: 'trail-apart',
  enforce: 'pre',
  resolveId: (source) => (/\/trail\.js$/.test(source) ? { id: './chunks/trail.js', external: true } : null),
};

/** OpenTelemetry's instrumentations bring all of its API with them, of which they use next to nothing. Its logs have an older name, too. */
const littleApi: Plugin = {
  name: 'little-api',
  enforce: 'pre',
  resolveId: (source, importer) =>
    /^@opentelemetry\/api(-logs)?$/.test(source) && /instrumentation\//.test(importer!)
      ? fileURLToPath(new URL('src/trail/otel-api.ts', import.meta.url))
      : null,
};

/** OpenTelemetry asks `window` for something as it is loaded, and so cannot be on a server, where the trail does nothing. */
const onServersToo: Plugin = {
  name: 'on-servers-too',
  transform(code, id) {
    if (!/idle-callback-shim\.js$/.test(id)) return null;
    const safe = code.replace('typeof window.requestIdleCallback', 'typeof globalThis.requestIdleCallback');
    if (safe == code) this.error(`nothing to mend in ${id}`);
    return { code: safe, map: null };
  },
};

/** `locales/nl` and its like: the long texts, which hosts can import by that name, and which the badge loads when they are needed. */
const locales = Object.fromEntries(
  globSync('src/badge/locales/*.ts').map((file) => [`locales/${basename(file, '.ts')}`, file]),
);

/** What each mode builds. What has lit outside shares its parts; the other two are one file each. */
const entries: Record<string, Record<string, string>> = {
  production: {
    define: 'src/define.ts',
    element: 'src/badge/element.ts',
    session: 'src/session/index.ts',
    correlate: 'src/correlate/index.ts',
    trail: 'src/trail/index.ts',
    ...locales,
  },
  cdn: { cdn: 'src/define.ts' },
  server: { server: 'src/server/index.ts' },
  // With OpenTelemetry inside: who installs the badge gets nothing more, and no bundler looks for what is not there.
  trail: { 'chunks/trail': 'src/trail/trail.ts' },
};

/**
 * `vite build` makes the ES modules of the entry points for browsers, with lit outside; `--mode cdn` the one
 * self-contained file, with lit inside; `--mode server` what runs on the host's server.
 */
export default defineConfig(({ mode }) => {
  return {
    plugins: [
      minifyTemplates,
      minifyModules,
      ...(mode == 'cdn' ? [ownPolicy] : []),
      ...(mode == 'trail' ? [littleApi, onServersToo] : [trailApart]),
    ],
    build: {
      // Chrome 100, Firefox 102, Safari 15.4 is what the badge promises. 16 is named here: 15.4 has #private names, and
      // only a bug in its field initializers (WebKit 236843) makes the tools turn them all into WeakMaps for it.
      target: ['chrome100', 'firefox102', 'safari16'],
      // Beside the files, for those who look for them; no comment in what every visitor loads.
      sourcemap: 'hidden',
      emptyOutDir: mode == 'production',
      // Whose work is inside, and under which licence.
      ...(mode == 'trail' && { license: { fileName: 'chunks/trail.licenses.md' } }),
      ...(mode == 'cdn' && { license: { fileName: 'cdn.licenses.md' } }),
      lib: { entry: entries[mode]!, formats: ['es'] },
      rolldownOptions: {
        external: mode == 'production' ? /^lit/ : [],
        preserveEntrySignatures: 'allow-extension',
        // What is loaded later has the same name and content in both builds: it imports nothing of the badge.
        output: {
          chunkFileNames: ({ facadeModuleId }) => `${facadeModuleId?.includes('/locales/') ? 'locales' : 'chunks'}/[name].js`,
        },
      },
    },
  };
});
