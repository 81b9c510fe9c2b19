import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pack } from './pack.ts';

const root = path.join(import.meta.dirname, '../..');

/** A project of somebody who has installed the package, as it would be published. */
export interface Project {
  readonly folder: string;
  /** Of the installed package. */
  readonly package: { readonly folder: string; readonly json: PackageJson };
  /** Writes a file into it and answers its path. */
  write(name: string, content: string): string;
  /** Runs a program of this repository in it; answers what it has printed, also where it fails. */
  run(program: string, ...args: string[]): { readonly hasFailed: boolean; readonly printed: string };
  remove(): void;
}

interface PackageJson extends Record<string, unknown> {
  readonly exports: Record<string, string | Record<string, string>>;
}

/** Installs the package, as it is built, into an empty folder, with what it depends on from the registry. */
export function installPackage(): Project {
  const folder = mkdtempSync(path.join(tmpdir(), 'session-id-badge-'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', pack(folder)];
  execFileSync('npm', args, { cwd: folder, stdio: 'pipe' });
  const installed = path.join(folder, 'node_modules/session-id-badge');
  return {
    folder,
    package: {
      folder: installed,
      json: JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as PackageJson,
    },
    write(name, content) {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    run(program, ...args) {
      try {
        const command = program == 'node' ? process.execPath : path.join(root, 'node_modules/.bin', program);
        return { hasFailed: false, printed: execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }) };
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        return { hasFailed: true, printed: stdout + stderr };
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Puts a package of this repository's own into the project, as if it had been installed there. */
export function lend(project: Project, name: string): void {
  const link = path.join(project.folder, 'node_modules', name);
  mkdirSync(path.dirname(link), { recursive: true });
  symlinkSync(path.join(root, 'node_modules', name), link);
}
