import { lengthMetres } from '../../../../domain/geometry/line.ts';
import { toMillimetres } from '../cover/plane.ts';
import type { Road } from '../shape/roads.ts';

export type Layer = 'clearing' | 'earthwork' | 'subgrade' | 'pipes' | 'base' | 'surface' | 'fittings' | 'planting';
export type Stretch = {
  id: string;
  road: string;
  layer: Layer;
  side: 'full' | 'left' | 'right';
  fromMetres: number;
  toMetres: number;
  plannedOn: string | null;
  doneOn: string | null;
  section: string | null;
  quantity: number | null;
  unit: 'm' | 'm3' | null;
};
type Row = readonly [Layer, Stretch['side'], number, number, string | null, string | null, string | null];

/** Road works as recorded until 2007-11-30 and as planned after it. Chainage 9999 stands for the end of the road. */
const works: Record<string, readonly Row[]> = {
  R0: [
    ['clearing', 'full', 0, 900, '2007-02-28', '2007-02-26', 'T-01'],
    ['clearing', 'full', 900, 1760, '2007-04-15', '2007-04-20', 'T-02'],
    ['clearing', 'full', 1760, 2400, '2007-09-30', '2007-09-22', 'T-03'],
    ['clearing', 'full', 2400, 9999, '2007-11-15', '2007-11-18', 'T-03'],
    ['earthwork', 'full', 0, 900, '2007-05-31', '2007-05-28', 'T-01'],
    ['earthwork', 'full', 880, 1760, '2007-09-15', '2007-09-19', 'T-02'],
    ['earthwork', 'full', 1760, 1980, '2007-11-10', '2007-11-12', 'T-03'],
    ['earthwork', 'full', 1980, 9999, '2007-12-15', null, 'T-03'],
    ['subgrade', 'full', 0, 420, '2007-06-15', '2007-06-12', 'T-01'],
    ['subgrade', 'left', 420, 960, '2007-07-31', '2007-07-20', 'T-01'],
    ['subgrade', 'right', 420, 880, '2007-07-31', '2007-07-30', 'T-01'],
    ['subgrade', 'right', 860, 960, '2007-08-15', '2007-08-16', 'T-01'],
    ['subgrade', 'full', 940, 1280, '2007-09-30', '2007-09-28', 'T-02'],
    ['subgrade', 'left', 1260, 1700, '2007-11-15', '2007-11-08', 'T-02'],
    ['subgrade', 'right', 1280, 1560, '2007-11-15', '2007-11-14', 'T-02'],
    ['subgrade', 'right', 1540, 1700, '2007-11-25', '2007-11-27', 'T-02'],
    ['subgrade', 'left', 1700, 1740, '2007-12-05', '2007-11-29', 'T-03'],
    ['subgrade', 'full', 1700, 1900, '2007-12-10', null, 'T-03'],
    ['subgrade', 'full', 1900, 2480, '2007-12-20', null, 'T-03'],
    ['subgrade', 'full', 2480, 9999, '2007-12-28', null, 'T-03'],
    ['pipes', 'left', 0, 620, '2007-10-31', '2007-10-26', 'T-11'],
    ['pipes', 'right', 0, 540, '2007-11-20', '2007-11-22', 'T-11'],
    ['pipes', 'full', 540, 1700, '2008-03-31', null, 'T-11'],
    ['pipes', 'full', 1700, 9999, '2008-05-31', null, 'T-11'],
    ['base', 'full', 0, 1700, '2008-05-31', null, 'T-14'],
    ['base', 'full', 1700, 9999, '2008-07-31', null, 'T-14'],
    ['surface', 'full', 0, 1700, '2008-08-31', null, 'T-14'],
    ['surface', 'full', 1700, 9999, '2008-10-31', null, 'T-14'],
    ['fittings', 'full', 0, 9999, '2008-11-30', null, 'T-14'],
    ['planting', 'full', 0, 9999, '2008-12-20', null, 'T-15'],
  ],
  R1: [
    ['clearing', 'full', 0, 1300, '2007-08-31', '2007-08-24', 'T-04'],
    ['clearing', 'full', 1300, 9999, '2007-11-30', null, 'T-04'],
    ['earthwork', 'full', 0, 760, '2007-10-15', '2007-10-12', 'T-04'],
    ['subgrade', 'full', 0, 450, '2007-10-31', '2007-11-02', 'T-04'],
    ['subgrade', 'left', 450, 760, '2007-11-20', '2007-11-19', 'T-04'],
    ['subgrade', 'right', 450, 680, '2007-11-20', '2007-11-23', 'T-04'],
    ['subgrade', 'full', 680, 1600, '2007-12-15', null, 'T-04'],
    ['subgrade', 'full', 1600, 9999, '2007-12-31', null, 'T-05'],
    ['pipes', 'full', 0, 9999, '2008-09-30', null, null],
  ],
  R2: [
    ['clearing', 'full', 0, 1250, '2007-08-15', '2007-08-19', 'T-06'],
    ['clearing', 'full', 1250, 2500, '2007-10-31', '2007-11-06', 'T-06'],
    ['earthwork', 'full', 0, 1000, '2007-10-20', '2007-10-25', 'T-06'],
    ['subgrade', 'full', 0, 560, '2007-11-10', '2007-11-09', 'T-06'],
    ['subgrade', 'full', 560, 830, '2007-11-30', '2007-11-28', 'T-06'],
    ['subgrade', 'full', 830, 1900, '2007-12-15', null, 'T-06'],
    ['subgrade', 'full', 1900, 9999, '2007-12-30', null, 'T-07'],
    ['pipes', 'full', 0, 9999, '2008-10-31', null, null],
  ],
  R3: [
    ['clearing', 'full', 0, 9999, '2007-07-31', '2007-08-03', 'T-08'],
    ['earthwork', 'full', 0, 640, '2007-09-30', '2007-10-08', 'T-08'],
    ['subgrade', 'full', 0, 300, '2007-11-15', '2007-11-13', 'T-08'],
    ['subgrade', 'full', 300, 470, '2007-11-25', '2007-11-26', 'T-08'],
    ['subgrade', 'full', 470, 9999, '2007-12-10', null, 'T-08'],
  ],
  R4: [
    ['clearing', 'full', 0, 9999, '2007-10-31', '2007-11-05', 'T-09'],
    ['earthwork', 'full', 0, 420, '2007-11-25', '2007-11-24', 'T-09'],
    ['subgrade', 'full', 0, 420, '2007-12-15', null, 'T-09'],
    ['subgrade', 'full', 420, 9999, '2007-12-25', null, 'T-09'],
  ],
  R5: [
    ['clearing', 'full', 0, 700, '2007-11-20', '2007-11-21', 'T-10'],
    ['earthwork', 'full', 0, 9999, '2007-12-20', null, 'T-10'],
    ['subgrade', 'full', 0, 800, '2007-12-26', null, 'T-10'],
    ['subgrade', 'full', 800, 9999, '2007-12-31', null, 'T-10'],
  ],
  L1: [['subgrade', 'full', 0, 9999, '2008-04-30', null, null]],
  L2: [['subgrade', 'full', 0, 9999, '2008-04-30', null, null]],
  L3: [['subgrade', 'full', 0, 9999, '2008-09-30', null, null]],
  L4: [['subgrade', 'full', 0, 9999, '2008-10-31', null, null]],
};

export function listStretches(roads: readonly Road[]): Stretch[] {
  const rows = roads.flatMap((road) => {
    const own = works[road.code] ?? ([['subgrade', 'full', 0, 9999, '2008-11-30', null, null]] as const);
    return own.map((row) => ({ road, row }));
  });
  return rows.map(({ road, row: [layer, side, from, to, plannedOn, doneOn, section] }, i) => {
    const end = Math.min(to, lengthOf(road));
    const quantity = layer === 'pipes' ? end - from : layer === 'earthwork' ? volume(road, from, end) : null;
    return {
      id: `S-${String(i + 1).padStart(3, '0')}`,
      road: road.code,
      layer,
      side,
      fromMetres: from,
      toMetres: end,
      plannedOn,
      doneOn,
      section,
      quantity: quantity && Math.round(quantity * 10) / 10,
      unit: quantity === null ? null : layer === 'pipes' ? 'm' : 'm3',
    };
  });
}

/** The length of the centreline as it is written, to the millimetre. */
const lengthOf = (road: Road): number =>
  lengthMetres(
    road.path.points.map((point) => {
      const { x, y } = toMillimetres(point);
      return [x, y];
    }),
  );

/** Invented: 2.4 m mean cut over the road's width and slopes, to the next hundred. */
const volume = (road: Road, from: number, to: number): number =>
  Math.round(((to - from) * (road.widthMetres + 6) * 2.4) / 100) * 100;

/** Where a layer is done (or, with planned days, due) by a day: covered by the full width or by both halves. */
export function finished(
  stretches: readonly Stretch[],
  road: string,
  layer: Layer,
  day: string,
  withPlanned: boolean,
): [number, number][] {
  const live = stretches.filter(
    (s) =>
      s.road === road &&
      s.layer === layer &&
      ((s.doneOn !== null && s.doneOn <= day) || (withPlanned && s.plannedOn !== null && s.plannedOn <= day)),
  );
  const half = (side: 'left' | 'right'): [number, number][] =>
    union(live.filter((s) => s.side === 'full' || s.side === side).map((s) => [s.fromMetres, s.toMetres]));
  return intersection(half('left'), half('right'));
}

function union(parts: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of [...parts].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

function intersection(a: readonly [number, number][], b: readonly [number, number][]): [number, number][] {
  return a.flatMap(([f, t]) =>
    b.map(([g, u]): [number, number] => [Math.max(f, g), Math.min(t, u)]).filter(([x, y]) => y > x),
  );
}

export const covers = (done: readonly [number, number][], from: number, to: number): boolean =>
  done.some(([a, b]) => a <= from && b >= to);
