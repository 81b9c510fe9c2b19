import type { Context } from 'hono';
import { badgeManifest } from '../badge-manifest.ts';
import { frame } from '../frame.ts';
import { html } from '../html.ts';
import { attributesFrom } from '../playground-attributes.ts';

/**
 * The badge alone, with the attributes that the query asks for. A document of its own, for two reasons: badges of one page
 * share what some of these say, and of that the first word counts, so that only a fresh document shows what another one does;
 * and the shop's own badge must not be one of those who share it. Attributes are a query within the query: the shop itself
 * listens to `lang`, for example.
 */
export const playgroundFrame = (c: Context): Response | Promise<Response> =>
  frame(c, ({ words, dir }) => {
    const attributes = attributesFrom(new URLSearchParams(c.req.query('badge')));
    const asked = (name: string, values: readonly string[]) => values.find((value) => value == c.req.query(name));
    return {
      title: words.docs.badge,
      // The first script goes first: it must be there before the badge is. Links lead out of the frame.
      head: html`<base target="_blank" />
        <link rel="stylesheet" href="/assets/playground-frame.css" />
        <script type="module" src="/assets/playground-frame.js"></script>
        <script type="module" src="/cdn/session-id-badge.js"></script>`,
      body: html`<body
        dir="${asked('direction', ['ltr', 'rtl']) ?? dir}"
        data-theme="${asked('theme', ['light', 'dark']) ?? 'system'}"
        data-events="${badgeManifest.events.map(({ name }) => name).join(' ')}"
      >
        <main><session-id-badge ${attributes.map(([name, value]) => html`${`${name}=`}"${value}" `)}></session-id-badge></main>
      </body>`,
    };
  });
