const FEWER_BYTES = [
  'Lit and the session engine alone are 8.6 kB; the table "Where the bytes are" has the rest.',
  'Tried: how the panel looks and what it does went into the file that comes with its texts (−0.5 kB, of which the badge has taken 0.4 for costing less at run time);',
  'all words but the English would be −1.1, the whole style sheet −0.8, inputs with `data-session-id` −0.2, and without all three it is still 11.9.',
  'What is left are promises: tabs that agree without a lock, consent taken back, storms of deletions, logouts across pages, the copy ladder.',
  'To load them when they are needed would need the network at the moment of trouble, a second request before most first copies, or both; none was dropped.',
].join(' ');

const FEWER_MS = [
  'a page that only compiles and runs our module, without an element, takes ×0.65 of the whole floor; the session then reads the cookie (a wait for another process), listens, and looks at sessionStorage;',
  'the elements themselves hardly count ("lit, the same elements").',
  "Done: one template instead of nine, the panel's ways and look on demand, no localStorage where nothing depends on it, no exception on the way, one question less to `cookieStore` on a first visit (text there in 28 instead of 39 ms).",
  "Tried and left: V8's `allFunctionsCalledOnLoad` (−4 % with a trace, nothing without, +16 % heap); no SVG, no second font, no grid: nothing to be seen.",
].join(' ');

const NETWORKED =
  "The rest of the way is between processes: a lock, a read, a write, a read that acknowledges it; slowed down, the page's part of each is four times as long.";

/** Why a goal is missed, and what was tried; by what is measured. Shown only where it is. */
export const reasons: Readonly<Record<string, string>> = {
  './cdn, what loads before the first copy': FEWER_BYTES,
  './session alone':
    "OpenTelemetry's 0.84 kB has no cookie, no other tabs and no resets; they are what ours is for. By minified bytes: the engine's steps a third, the manager 11 %, the cookie and its paths 9 %, two arbiters 8 %, facts, options, sign-out, consent, expiry, names and hints the rest. Tried in copies: without host-owned sessions 4.18 kB, without consent too 4.01, without the arbiter of plain http too 3.82, without sign-out too 3.69. As files on demand each would hang on a request that may fail in just the moment that it is for; none was dropped.",
  'start → ID painted, cookie present, beside Shoelace, CPU ×1':
    'Two frames are in both times, and hide both: the floor, and an element without lit, are not below ×0.95 of Shoelace either. In the DOM the floor is at ×0.45 of it.',
  'start → ID painted, cookie present, CPU ×4': `At a quarter of the speed ${FEWER_MS}`,
  'start → ID painted, cookie present, beside Shoelace, CPU ×4': `As above: ${FEWER_MS}`,
  'start → ID painted, no cookie yet, CPU ×4': NETWORKED,
  'start → ID painted, no cookie yet, CPU ×1': NETWORKED,
  'CPU at start': `Where it goes: ${FEWER_MS}`,
  'heap at start':
    "V8 keeps text and compiled code of 38 kB where the floor has 15; the floor's 102 kB are nearly all that. Ours is below that of Shoelace; it was ×2.86 before the listeners and panels that every badge had.",
  '1,000 badges ready':
    'A badge has five times the nodes of a text with a button, and layout and style of those take most of the time: see "lit, the same elements" in the same table. Done: no look at the cookie for a badge that asks for nothing, shared listeners, one template (5.2 to 1.9 kB of heap, 63 to 38 nodes, 6 to 2 listeners a badge).',
  'propagate, cross-origin fetch':
    "About a microsecond on five to six beside a wrapper that does the same and checks nothing: the ID is read and its age looked at for each call, the URL compared with each origin, and the URL of a `Request` read through the browser. Done: the URL is compared without making a text of it. Of the main thread's time for a whole call it is a few percent.",
  'reset → renewed, 8 tabs':
    "23 to 33 ms of it are the two frames (one tab alone takes that); the new ID is in the DOM of all eight after about 47. First the change events and eight looks and renderings on two cores (15 ms), then the winner's turn (14 ms), then the followers take the lock one after the other (4 ms each) to see what it has decided. Tried: a follower that leaves the queue when a `change` event names the new ID: 20 ms less, but the model of tabs in `test/node/session.property.test.ts` found orders in which a logout was told as `adopted`; taken out again.",
  'reset → renewed, growth to 32 tabs':
    'As above: who waits for the lock waits for all before it, and 33 pages share two cores. CPU by itself grows in proportion to the tabs.',
  'trail, start-up CPU':
    'On the line: ×0.39 to ×0.52 by run beside a badge, as the attribute has it. With the session in its file it compiles and starts that, too, which Faro does in less. Most of it is compiling 66 kB.',
  'desk ingest, 16 senders':
    'On a quiet machine the bare store takes in twice what it did on the busy one of the first runs (×0.6 to ×0.67 then), and the desk shares two cores with its senders. Of its main thread under protobuf: decoding 38 % (29 in `fromBinary` of `@bufbuild/protobuf`), garbage collection 26, HTTP 12, checking and writing rows 8. Done: rows without a copy of their record, columns without `Float64Array.from`, tokens by `crypto.hash`. Tried in copies: a decoder of our own (5.7 to 1.6 µs a record, protobuf ×0.69; left, a kept library is worth more than its code), a large space for new objects and commits at 256 rows (JSON ×0.53; left, 80 MB and a setting of V8 that has to come before the first line). `JSON.parse` by itself is 2.9 µs a record: ×0.6 would leave 2.3 for all else.',
  'desk look-up, p99 at 10 million':
    'Not the store: 100 thousand records and 10 million look the same. Of the 60 slowest a third to a half wait for the garbage collection of the one who asks, the rest for a core; on the server itself p99 is 2 to 3 ms.',
  'desk page, 5,000 records':
    'On the line by run. A quarter of it is the summary of all 5,000 records, which the desk makes before the first hundred go out.',
};
