import type { Question } from '../question.ts';
import type { Samples } from '../samples.ts';
import { table, times } from '../table.ts';
import type { Visits } from '../visits.ts';
import { COUNT, NO_LIMIT } from './events.ts';
import { faroOf, happenings, keyOf, nameOf, type Happening } from './happenings.ts';
import { act, begin } from './page.ts';
import { nothing } from './peers.ts';
import { arrival } from './tally.ts';

const rows = happenings.filter(({ what, peer }) => (what == 'error' || what == 'event') && peer != nothing);

/** How many bytes is it to record something? */
export function askTrailWire(
  visits: Visits,
  samples: Record<'plain' | 'gzip' | 'plainAlone' | 'gzipAlone', Samples>,
): Question {
  /** One event that nothing else goes with. */
  const alone = (happening: Happening): Promise<void> =>
    visits.first(async (page) => {
      const intake = visits.openIntake();
      await begin(page, happening.peer, intake, NO_LIMIT);
      const { length } = intake.bodies;
      await act(page, happening.act, 1, 1, 0);
      const { plain, gzip } = await arrival(nameOf(happening), intake, length, 1);
      samples.plainAlone.add(keyOf(happening), plain);
      samples.gzipAlone.add(keyOf(happening), gzip);
    });

  return {
    title: 'Trail: an event on the wire',
    method: `Bytes of the bodies an event, without the headers of requests: as sent, and by gzip 6. Of ${COUNT} in half a second as above, in the batches that each makes, and of one alone with all that goes with it. To Faro: its row of the same.`,
    rounds: 1,
    async round() {
      // Bytes: nobody is in anybody's way.
      await Promise.all(rows.map(alone));
    },
    table: () =>
      table(
        ['what, peer', 'of many', 'to Faro', 'gzip', 'to Faro', 'alone', 'to Faro', 'gzip', 'to Faro'],
        rows.map((happening) => [
          nameOf(happening),
          ...(['plain', 'gzip', 'plainAlone', 'gzipAlone'] as const).flatMap((name) => [
            samples[name].median(keyOf(happening)).toFixed(0),
            times(samples[name].ratio(keyOf(happening), keyOf(faroOf(happening)))),
          ]),
        ]),
      ),
  };
}
