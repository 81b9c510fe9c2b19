/** Names of tags, of what a link has in `as` and `rel`, of what a `PerformanceResourceTiming` calls its initiator, and ends of paths. */
const TYPES: [type: string, hint: RegExp][] = [
  ['module', /^module/],
  ['script', /^script$|\.m?js$/],
  ['style', /^style(sheet)?$|\.css$/],
  ['image', /^(img|image|input|icon)$|\.(png|jpe?g|gif|svg|webp|avif|ico)$/],
  ['font', /^font$|\.(woff2?|[ot]tf)$/],
  ['frame', /^i?frame$/],
  ['media', /^(audio|video|source|track)$/],
  ['object', /^(object|embed)$/],
  ['page', /^navigation$/],
];

/** What the first of these hints that says anything says of the type of a load. */
export function loadType(...hints: string[]): string | undefined {
  for (const said of hints) for (const [type, hint] of TYPES) if (hint.test(said)) return type;
  return undefined;
}

/** Of what the browser has measured; undefined for a request, which is `requests.ts`' to tell, and a stream, which lasts as long as it is wanted. */
export function entryType({ initiatorType, name }: PerformanceResourceTiming): string | undefined {
  if (/^(fetch|xmlhttprequest|beacon|ping|eventsource)$/.test(initiatorType)) return undefined;
  return loadType(initiatorType, name.split(/[?#]/, 1)[0]!) ?? 'other';
}
