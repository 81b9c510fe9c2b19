/** A desk on a file of its own, for the tests of the file that calls this. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { startDesk, type Desk, type DeskOptions } from '../../src/desk/desk.ts';

/** A folder that goes when the tests are over. */
export function useFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface DeskStage {
  readonly url: string;
  /** Where its file is. */
  readonly folder: string;
  /** Asks the desk. */
  ask(where: string, init?: RequestInit): Promise<Response>;
  /** Sends OTLP/JSON. */
  send(request: unknown, headers?: Record<string, string>): Promise<Response>;
}

export function useDesk(options: DeskOptions = {}): DeskStage {
  const folder = useFolder();
  let desk: Desk;
  before(async () => void (desk = await startDesk({ port: 0, file: path.join(folder, 'desk.sqlite'), ...options })));
  after(() => desk.close());
  const ask = (where: string, init?: RequestInit) => fetch(desk.url + where, init);
  return {
    folder,
    get url() {
      return desk.url;
    },
    ask,
    send: (request, headers) =>
      ask('/v1/logs', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(request),
      }),
  };
}
