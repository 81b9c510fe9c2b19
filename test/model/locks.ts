import type { Process } from './process.ts';

interface Ticket {
  readonly process: Process;
  grant(): void;
}

/** The Web Locks of an origin: one holder of a name at a time, first come first served, free again when its page is gone. */
export class Locks {
  readonly #queues = new Map<string, Ticket[]>();

  /** `navigator.locks.request` of a page. */
  request(process: Process, name: string, callback: (lock: unknown) => unknown): Promise<unknown> {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    return new Promise((resolve, reject) => {
      const leave = () => {
        const at = queue.indexOf(ticket);
        if (at >= 0) queue.splice(at, 1);
        if (at == 0) queue[0]?.grant();
      };
      const ticket: Ticket = {
        process,
        grant: () =>
          process.later(async () => {
            try {
              resolve(await callback({ name, mode: 'exclusive' }));
            } catch (error) {
              reject(error as Error);
            }
            process.up.send(leave);
          }),
      };
      process.up.send(() => {
        if (!process.alive) return;
        process.onGone(leave);
        if (queue.push(ticket) == 1) ticket.grant();
      });
    });
  }
}
