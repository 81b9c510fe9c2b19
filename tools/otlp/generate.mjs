// Makes src/desk/otlp/gen/ of proto/, where a decoder of OTLP's logs is, for the desk and the tests' receiver. What it makes is committed: run it by
// hand, and only when proto/ has changed or @bufbuild/protoc-gen-es is a new one. It needs the network: buf, 93 MB and of use
// only here, is no dependency.
//   node tools/otlp/generate.mjs
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

const BUF = '@bufbuild/buf@1.75.0';
const here = import.meta.dirname;
const gen = path.join(here, '../../src/desk/otlp/gen');

const template = {
  version: 'v2',
  plugins: [
    {
      local: path.join(here, '../../node_modules/.bin/protoc-gen-es'),
      out: gen,
      // Not target=ts: that has enums, which Node's type stripping does not know.
      opt: ['target=js+dts', 'import_extension=js'],
    },
  ],
};

rmSync(gen, { recursive: true, force: true });
execFileSync('npx', ['-y', BUF, 'generate', 'proto', '--template', JSON.stringify(template)], { cwd: here, stdio: 'inherit' });
