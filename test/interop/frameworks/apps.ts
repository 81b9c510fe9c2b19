import { ensurePhp } from '../../../tools/php.mjs';

/** A framework or tool, as the table names it. */
export interface Part {
  readonly title: string;
  /** The npm package whose version counts. */
  readonly package?: string;
}

/** A small site that has the badge in its footer: the folder of its name, a package of its own. */
export interface App {
  readonly name: string;
  readonly framework: Part;
  /** What builds and serves it, where that is something else. */
  readonly tool?: Part;
  /**
   * Where its HTML is made: in the browser, on a server for each request, or once when it is built. `signed-in` comes from the
   * address, which only the first two know when they render.
   */
  readonly rendering: 'browser' | 'server' | 'build';
  /** The file that its dev server should show changes of: it says `Before` where the page does. Without one there is no such server. */
  readonly edited?: string;
  /** A program that npm does not bring. The app's scripts find it in the environment, under the variable's name. */
  readonly needs?: { readonly variable: string; find(): { readonly executablePath?: string } };
}

const vite: Part = { title: 'Vite', package: 'vite' };

/** In the order of the table. */
export const apps: readonly App[] = [
  { name: 'html', framework: { title: 'HTML' }, rendering: 'browser' },
  {
    name: 'react',
    framework: { title: 'React', package: 'react' },
    tool: vite,
    rendering: 'browser',
    edited: 'src/Footer.tsx',
  },
  {
    name: 'preact',
    framework: { title: 'Preact', package: 'preact' },
    tool: vite,
    rendering: 'browser',
    edited: 'src/Footer.tsx',
  },
  {
    name: 'solid',
    framework: { title: 'Solid', package: 'solid-js' },
    tool: vite,
    rendering: 'browser',
    edited: 'src/Footer.tsx',
  },
  { name: 'lit', framework: { title: 'Lit', package: 'lit' }, tool: vite, rendering: 'browser', edited: 'src/shop-page.ts' },
  // It brings a React of its own, whatever is installed.
  { name: 'next', framework: { title: 'Next.js', package: 'next' }, rendering: 'server', edited: 'app/Footer.tsx' },
  { name: 'vue', framework: { title: 'Vue', package: 'vue' }, tool: vite, rendering: 'browser', edited: 'src/App.vue' },
  {
    name: 'nuxt',
    framework: { title: 'Vue', package: 'vue' },
    tool: { title: 'Nuxt', package: 'nuxt' },
    rendering: 'server',
    edited: 'app/app.vue',
  },
  {
    name: 'svelte',
    framework: { title: 'Svelte', package: 'svelte' },
    tool: vite,
    rendering: 'browser',
    edited: 'src/App.svelte',
  },
  {
    name: 'sveltekit',
    framework: { title: 'Svelte', package: 'svelte' },
    tool: { title: 'SvelteKit', package: '@sveltejs/kit' },
    rendering: 'server',
    edited: 'src/routes/+page.svelte',
  },
  {
    name: 'angular',
    framework: { title: 'Angular', package: '@angular/core' },
    tool: { title: 'Angular CLI', package: '@angular/cli' },
    rendering: 'browser',
    edited: 'src/app.html',
  },
  { name: 'astro', framework: { title: 'Astro', package: 'astro' }, rendering: 'server', edited: 'src/pages/index.astro' },
  {
    name: 'docusaurus',
    framework: { title: 'React', package: 'react' },
    tool: { title: 'Docusaurus', package: '@docusaurus/core' },
    rendering: 'build',
    edited: 'src/SupportCode.tsx',
  },
  { name: 'php', framework: { title: 'PHP' }, rendering: 'server', needs: { variable: 'PHP_BIN', find: ensurePhp } },
];
