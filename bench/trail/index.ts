import type { Question } from '../question.ts';
import { Samples } from '../samples.ts';
import type { Visits } from '../visits.ts';
import { askTrailEvents } from './events.ts';
import { trailSize } from './size.ts';
import { askTrailStart } from './start.ts';
import { askTrailStorm } from './storm.ts';
import { askTrailWire } from './wire.ts';

/** What does the trail cost, beside others that record what goes wrong in a page? */
export function askTrail(visits: Visits): Question[] {
  const bytes = { plain: new Samples(), gzip: new Samples(), plainAlone: new Samples(), gzipAlone: new Samples() };
  return [trailSize, askTrailStart(visits), askTrailEvents(visits, bytes), askTrailWire(visits, bytes), askTrailStorm(visits)];
}
