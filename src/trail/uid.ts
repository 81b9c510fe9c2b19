/** 16 random hex digits. `crypto.randomUUID` is not there on plain http. */
export const makeUid = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
