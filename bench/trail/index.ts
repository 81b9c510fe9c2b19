import type { Question } from '../question.ts';
import type { Visits } from '../visits.ts';
import { askTrailEvents } from './events.ts';
import { trailSize } from './size.ts';
import { askTrailStart } from './start.ts';
import { askTrailStorm } from './storm.ts';

/** What does the trail cost, beside others that record what goes wrong in a page? */
export const askTrail = (visits: Visits): Question[] => [
  trailSize,
  askTrailStart(visits),
  ...askTrailEvents(visits),
  askTrailStorm(visits),
];
