/** How often to say how far it is, ms. */
const EVERY = 1_000;

/** Says on standard error how many records are done, now and then. */
export interface Progress {
  add(records: number): void;
  end(): void;
}

/** `done`: in words, such as `imported`. */
export function sayProgress(done: string): Progress {
  let total = 0;
  let said = Date.now();
  const say = () => console.error(`${done} ${total.toLocaleString('en')} records`);
  return {
    add(records) {
      total += records;
      if (Date.now() - said < EVERY) return;
      said = Date.now();
      say();
    },
    end: say,
  };
}
