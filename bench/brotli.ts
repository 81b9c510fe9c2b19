import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a text as a CDN sends it that has compressed it beforehand. */
export const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
