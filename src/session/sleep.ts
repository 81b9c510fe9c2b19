/** Waits so many ms. */
export const sleep = (duration: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, duration));

/** The first answer, or undefined when so many ms have gone by. Leaves no timer behind. */
export const within = <Answer>(duration: number, ...answers: Promise<Answer>[]): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, duration);
    Promise.race(answers)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
