// Programs of this machine that tests need: where they are, and how Debian's come onto it. Plain Node without dependencies.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Whether it is a file that can be started. */
export const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these programs that is on PATH. */
export const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
    .find(isExecutable);

/** Whether packages of Debian can be installed here. */
export const isAptRoot = () => process.platform == 'linux' && process.getuid() == 0 && !!onPath('apt-get');

/** Runs apt-get without questions. Only errors are printed. */
export const aptGet = (args, options) =>
  spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
  });
