import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', '.certs');

/** A self-signed certificate for localhost, made once by the openssl command. The browsers are told to accept it. */
export function certificate(): { key: Buffer; cert: Buffer } {
  if (!existsSync(folder)) {
    // Made aside and moved into place, so that another test process never reads half of it.
    const aside = `${folder}.${process.pid}`;
    mkdirSync(aside);
    const subject = [
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost,DNS:*.localhost,DNS:shop.test,DNS:*.shop.test,IP:127.0.0.1',
    ];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${aside}/key.pem`];
    execFileSync('openssl', ['req', '-x509', '-days', '825', ...key, ...subject, '-out', `${aside}/cert.pem`], {
      stdio: 'ignore',
    });
    try {
      renameSync(aside, folder);
    } catch (error) {
      if (!existsSync(path.join(folder, 'cert.pem'))) throw error;
    }
  }
  return { key: readFileSync(path.join(folder, 'key.pem')), cert: readFileSync(path.join(folder, 'cert.pem')) };
}
