import { withDesk, withFolder, TOKEN } from './desk.ts';
import { Sender } from './sender.ts';
import fs from 'node:fs';
await withFolder((f) => withDesk({ file: f + '/x.sqlite' }, async ({ url }) => {
  const pid = fs.readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim();
  const cpu = () => { const s = fs.readFileSync('/proc/' + pid + '/task/' + pid + '/stat', 'utf8').split(' '); return (+s[13]! + +s[14]!) * 10; };
  const N = 8000; let n = 0;
  for (const round of [0, 1, 2]) { n = 0; const c = cpu(); await Promise.all(Array.from({ length: 16 }, async () => { const s = await Sender.connect(url, 'application/json', TOKEN); while (n++ < N) await s.send(Buffer.from('{}')); s.close(); }));
  console.log(round, 'CPU µs per empty request', (cpu() - c) * 1000 / N); }
}));
