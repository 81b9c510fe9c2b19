export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const REPORTS: string;
export function countsFile(suite: string, engine: string): string;
export function writeCounts(suite: string, engine: string, counts: Counts): void;
export function readCounts(suite: string, engine: string): Counts | undefined;
