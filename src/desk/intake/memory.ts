/** How many bytes of bodies may be in memory at once, of everybody, and of one sender: who sends slowly is not to keep others out. */
const MOST = 64 * 1024 * 1024;
const SHARE = 16 * 1024 * 1024;

/** The memory that one request takes. */
export interface Held {
  /** False where there is no room for so many bytes more. */
  add(bytes: number): boolean;
  release(): void;
}

/** Counts what has come of requests that have not been answered. */
export interface Memory {
  /** `sender` undefined: one who is trusted, and has no share. */
  hold(sender: string | undefined): Held;
}

export function createMemory(): Memory {
  let all = 0;
  const shares = new Map<string, number>();
  return {
    hold(sender) {
      let own = 0;
      const take = (bytes: number) => {
        own += bytes;
        all += bytes;
        if (sender == undefined) return;
        const share = (shares.get(sender) ?? 0) + bytes;
        if (share) shares.set(sender, share);
        else shares.delete(sender);
      };
      return {
        add(bytes) {
          const share = sender == undefined ? 0 : (shares.get(sender) ?? 0);
          if (all + bytes > MOST || share + bytes > SHARE) return false;
          take(bytes);
          return true;
        },
        release: () => take(-own),
      };
    },
  };
}
