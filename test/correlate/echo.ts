/** Other origins to ask, all of them the test server under other names, and what they have been sent. */
const { port } = location;

/** Not the page's own. It allows the header `baggage`. */
export const api = `http://127.0.0.1:${port}`;
/** Yet another one. */
export const third = `http://shop.test:${port}`;

export interface Echo {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What that server got by a fetch. */
export const fetched = async (...args: Parameters<typeof fetch>): Promise<Echo> => (await fetch(...args)).json();

/** What that server got by an XMLHttpRequest. */
export const requested = (
  url: string | URL,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Echo> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () => resolve(JSON.parse(request.responseText));
    request.onerror = () => reject(new Error(`no answer from ${url}`));
    request.send(body);
  });
