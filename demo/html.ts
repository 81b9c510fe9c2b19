import { html } from 'hono/html';

export { html };

/** A piece of a page. The `html` tag escapes every text that is put into it. */
export type Html = ReturnType<typeof html>;
