import { floor, peers, type Peer } from './peers.ts';
import { rotated, type Question } from './question.ts';
import { Samples } from './samples.ts';
import { table, times } from './table.ts';
import type { Visits } from './visits.ts';

const ROUNDS = 15;
/** Of a frame, in ms. Rounds begin at different moments of it, or all times would be whole frames. */
const FRAME = 1000 / 60;

const cases = (['again', 'first'] as const).flatMap((visit) => [1, 4].map((cpu) => ({ visit, cpu })));
type Case = (typeof cases)[number];

const cookie = { again: 'present', first: 'absent' };

/** Runs in the page. The script is put in as text: compiled and run as on a first visit, but without the network. */
async function measure(code: string, tag: string, phase: number): Promise<{ text: number; painted: number }> {
  const frame = () => new Promise(requestAnimationFrame);
  const shown = new Promise<number>((resolve) => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      // Its callback is a microtask: right behind the rendering, whoever renders.
      new MutationObserver(() => {
        if (root.querySelector('[part=id]')?.textContent) resolve(performance.now());
      }).observe(root, { childList: true, characterData: true, subtree: true });
      return root;
    };
  });
  document.body.append(document.createElement(tag));
  const script = document.createElement('script');
  script.type = 'module';
  script.text = code;
  await frame();
  await frame();
  await new Promise((resolve) => setTimeout(resolve, phase));
  const start = performance.now();
  document.head.append(script);
  const text = (await shown) - start;
  await frame();
  await frame();
  return { text, painted: performance.now() - start };
}

/** How long from the start of the script until the ID is painted? */
export function askStart(visits: Visits): Question {
  const text = new Samples();
  const painted = new Samples();
  const key = (peer: Peer, { visit, cpu }: Case) => [peer.name, visit, cpu].join();

  return {
    title: 'Start',
    method:
      'From a module script put into a blank page that has the element already, until its text is in the DOM, and until the second `requestAnimationFrame` after that ("painted"), in ms. No network, no code cache. Cookie present: there is a session from an earlier page. CPU ×4: slowed down by DevTools.',
    rounds: ROUNDS,
    async round(index) {
      for (const each of cases) {
        for (const peer of rotated(peers, index)) {
          const times = await visits[each.visit](async (page, cdp) => {
            await cdp.send('Emulation.setCPUThrottlingRate', { rate: each.cpu });
            return page.evaluate(measure, peer.code, peer.tag, (index / ROUNDS) * FRAME);
          });
          text.add(key(peer, each), times.text);
          painted.add(key(peer, each), times.painted);
        }
      }
    },
    table: () =>
      table(
        ['peer', 'cookie', 'CPU', 'in the DOM', 'worst', 'to the floor', 'painted', 'worst', 'to the floor'],
        cases.flatMap((each) =>
          peers.map((peer) => [
            peer.name,
            cookie[each.visit],
            `×${each.cpu}`,
            ...[text, painted].flatMap((samples) => [
              samples.median(key(peer, each)).toFixed(1),
              samples.worst(key(peer, each)).toFixed(1),
              times(samples.ratio(key(peer, each), key(floor, each))),
            ]),
          ]),
        ),
      ),
  };
}
