import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mintSessionId } from '../../src/session/session-id.ts';
import { useFolder } from './desk.ts';
import { jsonOf } from './otlp.ts';
import { run, startProcess } from './process.ts';

const folder = useFolder();
const file = (name: string) => path.join(folder, name);

const send = (url: string, id: string, count: number) =>
  fetch(`${url}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      jsonOf(
        Array.from({ length: count }, (_, i) => ({
          attributes: { 'session.id': id, 'log.record.uid': `u${i}`, text: 'ÿ\n"' },
        })),
      ),
    ),
  });

test('it starts with one command, says where, and ends when it is told to with all that it has', async () => {
  const id = mintSessionId(Date.now());
  const desk = await startProcess(['--file', file('a.sqlite')]);
  assert.match(desk.url, /^http:\/\/localhost:\d+$/);
  assert.equal((await send(desk.url, id, 3)).status, 200);
  await desk.end();
  assert.equal(desk.child.exitCode, 0);
  const again = await startProcess(['--file', file('a.sqlite')]);
  const { records } = (await (await fetch(`${again.url}/api/sessions/${id}`)).json()) as { records: unknown[] };
  assert.equal(records.length, 3);
  await again.end('SIGINT');
  assert.equal(again.child.exitCode, 0);
});

test('what was asked for and cannot be done is said in a line, and is an error', async () => {
  writeFileSync(file('text'), 'This is no database. '.repeat(1_000));
  for (const [args, said] of [
    [['desk', '--port', '99999'], /--port 99999: not a number from 0 to 65535/],
    [['desk', '--keep', 'forever'], /--keep forever: not a time such as 7d or 36h/],
    [['desk', '--origin', 'shop.example'], /--origin shop\.example: not an origin such as https:/],
    [['desk', '--host', '0.0.0.0'], /DESK_TOKEN/],
    [['desk', '--verbose'], /--verbose/],
    [['desk', 'export', '--file', file('missing.sqlite')], /there is no file .*missing\.sqlite/],
    [['dask'], /no command "dask"/],
    [['desk', '--file', file('no/such/folder.sqlite')], /folder\.sqlite/],
    [['desk', '--port', '0', '--file', file('text')], /text/],
  ] as const) {
    const { code, error, out } = await run(args, { env: { DESK_TOKEN: '' } });
    assert.equal(code, 1, args.join(' '));
    assert.match(error, said);
    assert.equal(out, '');
    assert.doesNotMatch(error, /^\s+at /m);
  }
});

test('a port that is in use is named, and how to choose another', async () => {
  const desk = await startProcess(['--file', file('port.sqlite')]);
  const { code, error } = await run(['desk', '--file', file('port2.sqlite'), '--port', new URL(desk.url).port]);
  assert.equal(code, 1);
  assert.match(error, /port \d+ of 127\.0\.0\.1 is in use: name another one, --port/);
  await desk.end();
});

test('what is exported can be imported, twice too, and is the same then', async () => {
  const id = mintSessionId(Date.now());
  const desk = await startProcess(['--file', file('from.sqlite')]);
  await send(desk.url, id, 1_200);
  const exported = await run(['desk', 'export', '--file', file('from.sqlite')]);
  await desk.end();
  assert.equal(exported.code, 0);
  assert.match(exported.error, /exported 1,200 records/);
  for (let i = 0; i < 2; i++) {
    const imported = await run(['desk', 'import', '--file', file('to.sqlite')], { input: exported.out });
    assert.equal(imported.code, 0);
    assert.match(imported.error, /imported 1,200 records/);
  }
  const again = await run(['desk', 'export', '--file', file('to.sqlite')]);
  assert.deepEqual(again.out.split('\n').sort(), exported.out.split('\n').sort());
});

test('an import stops at a line that is no record, and says which', async () => {
  const row = { session: mintSessionId(Date.now()), uid: 'u', time: 1, received: 1, data: '{}' };
  const content = {
    eventName: '',
    severityNumber: 0,
    severityText: '',
    body: null,
    attributes: {},
    resource: {},
    traceId: '',
    spanId: '',
  };
  const good = { ...row, data: JSON.stringify({ ...content, scope: { name: '', version: '' } }) };
  for (const bad of [
    'x',
    'null',
    '{}',
    JSON.stringify(row),
    JSON.stringify({ ...good, session: "'" }),
    JSON.stringify({ ...good, time: '1' }),
  ]) {
    const { code, error } = await run(['desk', 'import', '--file', file('bad.sqlite')], {
      input: `${JSON.stringify(good)}\n${bad}\n`,
    });
    assert.equal(code, 1);
    assert.match(error, /line 2 is no record of an export/, bad);
  }
});

test('who installs the badge gets no library of the desk', () => {
  const { dependencies, bin } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(Object.keys(dependencies), ['lit']);
  assert.ok(existsSync(new URL(`../../${bin['session-id-badge']}`, import.meta.url)));
  const licenses = readFileSync(new URL('../../dist/desk/licenses.md', import.meta.url), 'utf8');
  for (const name of ['hono', '@bufbuild/protobuf']) assert.match(licenses, new RegExp(`## ${name} `));
});
