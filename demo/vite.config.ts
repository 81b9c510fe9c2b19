import { defineConfig } from 'vite';

/**
 * Bundles the shop's own script with the badge and lit inside it, the way a shop that installs the badge from npm would.
 * The names carry no hash: the demo's server answers with `no-cache`, and the plain static page can name the style sheet.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // As in the root vite.config.ts.
    target: ['chrome100', 'firefox102', 'safari16'],
    sourcemap: true,
    modulePreload: false,
    // A data: URI would break the one policy that the shop has.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [
        ...['client/shop.ts', 'shop.css'],
        ...['client/states.ts', 'client/copied.ts', 'client/press.ts', 'states.css'],
        ...['client/travel.ts', 'travel.css'],
        ...['client/breaks.ts', 'client/trail-list.ts', 'breaks.css'],
        ...['client/docs.ts', 'client/playground-frame.ts', 'docs.css', 'playground-frame.css'],
        ...['looks.css', 'looks/bootstrap.css', 'badge-place.css'],
      ].map((file) => `${import.meta.dirname}/${file}`),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
