import { refuse, type Refusal } from '../refusals.ts';
import { formatChainage, parseChainage } from './chainage.ts';
import type { Interval } from './intervals.ts';
import type { Road } from './schema.ts';

/** What the marks of a road follow from. */
export type MarkedRoad = Pick<Road, 'equations' | 'lengthMetres'>;

/** Which of the places a mark stands for when it exists more than once: before the chainage equation or after it. */
export const placeWords = { first: '前', last: '后' } as const;

/** A run of marks that count up without a jump; millimetres of the centreline. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** Mark minus centreline measure. */
  readonly shift: number;
}

/**
 * The mark at a measure of the centreline (metres): `K1+700`, `K0+590前` where the mark exists twice. At an equation
 * (断链) it is the mark ahead, or for the end of a stretch (`end: 'to'`) the mark back.
 */
export function markOf(road: MarkedRoad, metres: number, end: 'from' | 'to' = 'from'): string {
  const at = Math.round(metres * 1000);
  const runs = runsOf(road);
  const run =
    (end === 'to' ? runs.find(({ to }) => at <= to) : runs.findLast(({ from }) => from <= at)) ??
    runs[end === 'to' ? runs.length - 1 : 0]!;
  const mark = at + run.shift;
  const places = placesOf(runs, mark);
  const text = formatChainage(mark / 1000);
  return places.length < 2 ? text : text + suffixOf(places.indexOf(at), places.length);
}

/** Both ends of a stretch as marks: the run it lies in decides at an equation. */
export function marksOf(road: MarkedRoad, { fromMetres, toMetres }: Interval): { from: string; to: string } {
  return { from: markOf(road, fromMetres, 'from'), to: markOf(road, toMetres, 'to') };
}

/**
 * The centreline measure (metres) of a mark as written by a person. A plain number is a measure already.
 * Refuses with chainage.invalid, chainage.ambiguous (the places in the detail), chainage.gap, chainage.beyond-road.
 */
export function metresOf(road: MarkedRoad, written: string): number | Refusal {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  const suffix = /(前|后|BK|AH|#\d)$/i.exec(text)?.[0] ?? '';
  const plain = text.slice(0, text.length - suffix.length);
  const metres = parseChainage(plain);
  const isMeasure = /^\d/.test(plain);
  if (metres === null || (isMeasure && suffix !== '')) return refuse('chainage.invalid', null, { mark: written });
  if (isMeasure) return metres;
  const runs = runsOf(road);
  const mark = Math.round(metres * 1000);
  const places = placesOf(runs, mark);
  if (places.length === 0) return nowhere(runs, mark);
  if (suffix === '') return places.length === 1 ? places[0]! / 1000 : ambiguous(places, mark);
  const place = places[indexOf(suffix, places.length)];
  return place === undefined ? refuse('chainage.invalid', null, { mark: written }) : place / 1000;
}

/** The round marks of a road with their measures, in order: every `stepMetres`, and each run's own. */
export function roundMarks(road: MarkedRoad, stepMetres: number): { metres: number; mark: string; chainage: number }[] {
  const step = stepMetres * 1000;
  return runsOf(road).flatMap(({ from, to, shift }) => {
    const first = Math.ceil((from + shift) / step) * step;
    const count = Math.max(0, Math.floor((to + shift - first) / step) + 1);
    return Array.from({ length: count }, (_, index) => {
      const mark = first + index * step;
      return { metres: (mark - shift) / 1000, mark: formatChainage(mark / 1000), chainage: mark / 1000 };
    });
  });
}

export interface ChainageBreak {
  readonly atMetres: number;
  /** The mark that is reached and the mark that goes on, e.g. `K1+000` = `K1+015`. */
  readonly backMark: string;
  readonly aheadMark: string;
  /** Positive: marks are left out (短链); negative: marks exist twice (长链). */
  readonly jumpMetres: number;
}

/** The chainage equations of a road that lie on it, in order. */
export function breaksOf(road: MarkedRoad): ChainageBreak[] {
  const runs = runsOf(road);
  return runs.slice(1).map(({ from, shift }, index) => {
    const back = from + runs[index]!.shift;
    const ahead = from + shift;
    return {
      atMetres: from / 1000,
      backMark: formatChainage(back / 1000),
      aheadMark: formatChainage(ahead / 1000),
      jumpMetres: (ahead - back) / 1000,
    };
  });
}

function runsOf({ equations, lengthMetres }: MarkedRoad): Run[] {
  const end = Math.round(lengthMetres * 1000);
  const jumps = equations
    .map(({ atMetres, aheadMetres }) => ({ at: Math.round(atMetres * 1000), ahead: Math.round(aheadMetres * 1000) }))
    .filter(({ at }) => at < end)
    .sort((a, b) => a.at - b.at);
  const starts = [{ at: 0, ahead: 0 }, ...jumps];
  return starts.map(({ at, ahead }, index) => ({ from: at, to: starts[index + 1]?.at ?? end, shift: ahead - at }));
}

function placesOf(runs: readonly Run[], mark: number): number[] {
  const places = runs.flatMap(({ from, to, shift }) => {
    const at = mark - shift;
    return at >= from && at <= to ? [at] : [];
  });
  return [...new Set(places)];
}

function suffixOf(index: number, count: number): string {
  if (count > 2) return `#${index + 1}`;
  return index === 0 ? placeWords.first : placeWords.last;
}

function indexOf(suffix: string, count: number): number {
  if (suffix.startsWith('#')) return Number(suffix.slice(1)) - 1;
  return suffix === placeWords.first || suffix.toUpperCase() === 'BK' ? 0 : count - 1;
}

function ambiguous(places: readonly number[], mark: number): Refusal {
  const text = formatChainage(mark / 1000);
  return refuse('chainage.ambiguous', null, {
    mark: text,
    choices: places.map((_, index) => text + suffixOf(index, places.length)).join('; '),
  });
}

function nowhere(runs: readonly Run[], mark: number): Refusal {
  const detail = { mark: formatChainage(mark / 1000) };
  const ends = runs.map(({ to, shift }) => to + shift);
  const last = Math.max(...ends);
  if (mark > last) return refuse('chainage.beyond-road', null, { ...detail, endMark: formatChainage(last / 1000) });
  const before = Math.max(...ends.filter((end) => end < mark));
  const after = Math.min(...runs.map(({ from, shift }) => from + shift).filter((start) => start > mark));
  return refuse('chainage.gap', null, {
    ...detail,
    gapFrom: formatChainage(before / 1000),
    gapTo: formatChainage(after / 1000),
  });
}
