import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';

export default {
  title: 'The badge in Docusaurus',
  favicon: 'data:,',
  // As new sites have it, which Rspack builds.
  future: { v4: true },
  url: 'https://docs.example',
  baseUrl: '/',
  presets: [['classic', { docs: false, blog: false } satisfies Preset.Options]],
  // Without a text for it the theme has no footer.
  themeConfig: { footer: { copyright: 'Example' } } satisfies Preset.ThemeConfig,
} satisfies Config;
