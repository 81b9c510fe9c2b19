/** An answer that is dear, and the same for a while. */
export interface Remembered<Answer> {
  get(): Promise<Answer>;
  /** It is no longer so. */
  forget(): void;
}

/** Asks when it must, and remembers the answer for so long, ms. What failed is asked again. */
export function remembered<Answer>(ask: () => Promise<Answer>, ms: number): Remembered<Answer> {
  let answer: Promise<Answer> | undefined;
  let until = 0;
  const forget = () => void (answer = undefined);
  return {
    get() {
      if (!answer || performance.now() > until) {
        until = performance.now() + ms;
        answer = ask();
        answer.catch(forget);
      }
      return answer;
    },
    forget,
  };
}
