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
      // Terser has no source map of nothing, which types-only.ts is.
      if (chunk.type != 'chunk' || !chunk.code.trim()) continue;
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

/** The long texts of hints are for developers: what visitors load says code, value and where to look it up. */
const shortHints: Plugin = {
  name: 'short-hints',
  enforce: 'pre',
  resolveId: (source) => (/\/hint-texts\.js$/.test(source) ? '\0hint-texts' : null),
  load: (id) => (id == '\0hint-texts' ? "export const explain = () => ''" : null),
};

/** `locales/nl` and its like: the long texts, which hosts can import by that name, and which the badge loads when they are needed. */
const locales = Object.fromEntries(
  globSync('src/badge/locales/*.ts').map((file) => [`locales/${basename(file, '.ts')}`, file]),
);

const parts = {
  define: 'src/define.ts',
  element: 'src/badge/element.ts',
  session: 'src/session/index.ts',
  correlate: 'src/correlate/index.ts',
  trail: 'src/trail/index.ts',
};

/** What each mode builds. What has lit outside shares its parts; the others are one file each. */
const entries: Record<string, Record<string, string>> = {
  production: { ...parts, ...locales, 'types-only': 'src/frameworks/types-only.ts' },
  development: parts,
  cdn: { cdn: 'src/define.ts' },
  server: { server: 'src/server/index.ts' },
  // With OpenTelemetry inside: who installs the badge gets nothing more, and no bundler looks for what is not there.
  trail: { 'chunks/trail': 'src/trail/trail.ts' },
};

/**
 * `vite build` makes the ES modules of the entry points for browsers, with lit outside; `--mode development` the same to be read, with
 * long hints, for the export condition of that name; `--mode cdn` the one self-contained file, with lit inside; `--mode server` what runs
 * on the host's server; `--mode trail` what records the trail.
 */
export default defineConfig(({ mode }) => {
  const isForVisitors = mode != 'development';
  const isTrailInside = mode == 'trail' || mode == 'development';
  return {
    plugins: [
      ...(isForVisitors ? [minifyTemplates, minifyModules, shortHints] : []),
      ...(mode == 'cdn' ? [ownPolicy] : []),
      ...(isTrailInside ? [littleApi, onServersToo] : [trailApart]),
    ],
    build: {
      // Chrome 100, Firefox 102, Safari 15.4 is what the badge promises. 16 is named here: 15.4 has #private names, and
      // only a bug in its field initializers (WebKit 236843) makes the tools turn them all into WeakMaps for it.
      target: ['chrome100', 'firefox102', 'safari16'],
      // Beside the files, for those who look for them; no comment in what every visitor loads.
      sourcemap: isForVisitors && 'hidden',
      minify: isForVisitors,
      outDir: isForVisitors ? 'dist' : 'dist/development',
      emptyOutDir: mode == 'production',
      // Whose work is inside, and under which licence.
      ...(mode == 'trail' && { license: { fileName: 'chunks/trail.licenses.md' } }),
      ...(mode == 'cdn' && { license: { fileName: 'cdn.licenses.md' } }),
      lib: { entry: entries[mode]!, formats: ['es'] },
      rolldownOptions: {
        external: mode == 'production' || mode == 'development' ? /^lit/ : [],
        preserveEntrySignatures: 'allow-extension',
        // What is loaded later has the same name and content in both builds: it imports nothing of the badge.
        output: {
          chunkFileNames: ({ facadeModuleId }) => `${facadeModuleId?.includes('/locales/') ? 'locales' : 'chunks'}/[name].js`,
        },
      },
    },
  };
});
