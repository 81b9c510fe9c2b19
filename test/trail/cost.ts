import { expect } from '@open-wc/testing';

const timeOf = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/**
 * Expects the work to take less than `most` times as long as the other. By the least of several times each, one after the other, and
 * of more as long as that is not met: a machine that is busy for a second slows one of them down, what is slow itself is so each time.
 */
export async function expectCost(work: () => void, other: () => void, most: number, what?: string): Promise<void> {
  const least = [Infinity, Infinity] as [number, number];
  // One ms more, where clocks are coarse.
  const ratio = () => (least[0] + 1) / (least[1] + 1);
  for (let i = 0; i < 4 || (i < 25 && ratio() >= most); i++) {
    least[0] = Math.min(least[0], timeOf(work));
    least[1] = Math.min(least[1], timeOf(other));
    if (i > 3) await new Promise((later) => setTimeout(later, 100));
  }
  expect(ratio(), `${what} ${least}`).to.be.below(most);
}
