import { defineConfig } from 'vite';

/**
 * The desk: `--mode page` makes what browsers load, `--mode node` what runs on Node, in files of its own with all libraries inside,
 * so that who installs the badge gets none of them.
 */
export default defineConfig(({ mode }) =>
  mode == 'page'
    ? {
        root: 'src/desk/page',
        publicDir: false,
        build: {
          outDir: '../../../dist/desk/page',
          emptyOutDir: true,
          // Support agents have browsers of this time: popovers, :has(), nested style rules.
          target: ['chrome120', 'firefox121', 'safari17.2'],
          modulePreload: { polyfill: false },
          assetsInlineLimit: 0,
          rolldownOptions: {
            output: {
              entryFileNames: 'assets/[name].js',
              chunkFileNames: 'assets/[name].js',
              assetFileNames: 'assets/[name][extname]',
            },
          },
          license: { fileName: 'licenses.md' },
        },
      }
    : {
        ssr: { noExternal: true },
        build: {
          ssr: true,
          outDir: 'dist/desk',
          emptyOutDir: false,
          target: 'node22',
          minify: true,
          copyPublicDir: false,
          license: { fileName: 'licenses.md' },
          rolldownOptions: {
            input: { cli: 'src/desk/cli.ts', desk: 'src/desk/desk.ts', 'sqlite-worker': 'src/desk/store/sqlite-worker.ts' },
            external: ['pg-native'],
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
          },
        },
      },
);
