import { exponent } from './exponent.ts';
import type { Growth } from './question.ts';

const WIDTH = 700;
const HEIGHT = 360;
/** Room for the numbers and names around the picture. */
const LEFT = 70;
const RIGHT = 250;
const TOP = 34;
const BOTTOM = 44;

const COLORS = ['#2f6fde', '#c2410c', '#0f8a5f', '#8b5cf6', '#b45309', '#64748b'];

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const short = (value: number): string =>
  value >= 1e6 ? `${value / 1e6}M` : value >= 1e3 ? `${value / 1e3}k` : String(Number(value.toPrecision(3)));

/** From a value to its place between two others, by logarithms. */
const scale = ([least, most]: readonly [number, number], [from, to]: readonly [number, number]) => {
  const width = Math.log(most / least) || 1;
  return (value: number) => from + ((to - from) * Math.log(value / least)) / width;
};

/** Powers of ten around the values; of sizes that are near each other, the sizes themselves. */
function ticks(values: readonly number[]): number[] {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: Math.max(most, least + 1) - least + 1 }, (_, i) => 10 ** (least + i));
}

/** The curves of a growth on logarithmic axes, where a straight line is a power and its slope the exponent. An SVG file. */
export function plot({ title, size, cost, curves }: Growth): string {
  const points = curves.flatMap((curve) => curve.points);
  const sizes = [...new Set(points.map(([at]) => at))].sort((a, b) => a - b);
  const costs = ticks(points.map(([, value]) => value));
  const x = scale([sizes[0]!, sizes.at(-1)!], [LEFT + 10, WIDTH - RIGHT]);
  const y = scale([costs[0]!, costs.at(-1)!], [HEIGHT - BOTTOM, TOP]);
  const text = (at: readonly [number, number], anchor: string, content: string, more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}"${more}>${escaped(content)}</text>`;
  const line = (from: readonly [number, number], to: readonly [number, number]) =>
    `<line x1="${from[0].toFixed(1)}" y1="${from[1].toFixed(1)}" x2="${to[0].toFixed(1)}" y2="${to[1].toFixed(1)}"/>`;

  const grid = [
    ...costs.map((value) => line([LEFT, y(value)], [WIDTH - RIGHT, y(value)])),
    ...sizes.map((at) => line([x(at), TOP], [x(at), HEIGHT - BOTTOM])),
  ];
  const labels = [
    text([LEFT, 18], 'start', `${title}: ${cost}`),
    text([WIDTH - RIGHT, HEIGHT - 8], 'end', size),
    ...costs.map((value) => text([LEFT - 8, y(value) + 4], 'end', short(value))),
    ...sizes.map((at) => text([x(at), HEIGHT - BOTTOM + 16], 'middle', short(at))),
  ];
  // Names keep out of each other's way.
  let below = -Infinity;
  const named = curves
    .map((curve, i) => ({ ...curve, color: COLORS[i % COLORS.length]!, end: y(curve.points.at(-1)![1]) }))
    .sort((a, b) => a.end - b.end)
    .map((curve) => ({ ...curve, end: (below = Math.max(curve.end, below + 16)) }));
  const drawn = named.map(({ name, points, color, end }) => {
    const places = points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
    const dots = places.map((place) => `<circle r="3" fill="${color}" cx="${place.replace(',', '" cy="')}"/>`);
    const label = `${name}: n^${exponent(points).toFixed(2)}`;
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}${text([WIDTH - RIGHT + 10, end + 4], 'start', label, ` style="fill:${color}"`)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(`${title}: ${cost} against ${size}`)}">
<style>text{font:12px system-ui,sans-serif;fill:#334155}line{stroke:#94a3b8;stroke-opacity:.35}@media(prefers-color-scheme:dark){text{fill:#cbd5e1}}</style>
${[...grid, ...labels, ...drawn].join('\n')}
</svg>
`;
}
