/** Why a request was not taken. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly status: 400 | 413 | 415 | 429 | 503;
  /** When to try again, in s. */
  readonly retryAfter: number | undefined;

  constructor(status: RefusedError['status'], message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
