import { featureCollection, intersect, polygon } from '@turf/turf';
import type { Feature, MultiPolygon as GeoMultiPolygon, Polygon } from 'geojson';
import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { areaToleranceTwice, cutToArea, type AreaWanted } from '../../domain/geometry/cut/cut-to-area.ts';
import { isSplitRefusal } from '../../domain/geometry/cut/refuse-split.ts';
import type { MultiPolygon, Point } from '../../domain/geometry/shapes.ts';
import type { Workloads } from './workload.ts';

interface Task {
  readonly land: MultiPolygon;
  readonly wanted: AreaWanted;
}

const parcels = 1000;
/** Bisection takes some thirty overlays a cut: it is timed and checked on every so many parcels. */
const stridesOfPeer = { timed: 250, checked: 50 };

/** A piece of a wanted area off 1,000 random parcels of 4 to 60 corners, every third with a hole, at any angle. */
export const workloads: Workloads = async () => {
  const tasks = Array.from({ length: parcels }, (_, index) => taskOf(index));
  const sample = (stride: number) => tasks.filter((_, index) => index % stride === stride >> 1);
  const [timed, checked] = [sample(stridesOfPeer.timed), sample(stridesOfPeer.checked)];
  const runOne = ({ land, wanted }: Task) => cutToArea(land, wanted);
  let next = 0;
  return [
    {
      name: `a cut to area: one of ${parcels} parcels at a time`,
      operation: 'cut',
      peers: [
        { name: 'yuantu', run: () => runOne(tasks[next++ % tasks.length]!), operations: 1 },
        {
          name: 'bisection with turf.intersect, not rounded',
          run: () => timed.map(bisect),
          operations: timed.length,
        },
      ],
      aims: [
        { kind: 'milliseconds', atMost: 5 },
        { kind: 'times', peer: 'bisection with turf.intersect, not rounded', atLeast: 10 },
      ],
      check: () => {
        const cuts = tasks.map(runOne);
        const off = cuts.map((cut, index) =>
          isSplitRefusal(cut) ? Infinity : Math.abs(cut.takenTwice - tasks[index]!.wanted.wantedTwice),
        );
        const reached = off.filter((twice) => twice <= areaToleranceTwice).length;
        const met = checked.filter(
          (task) => Math.abs(bisect(task) - task.wanted.wantedTwice) <= areaToleranceTwice,
        ).length;
        return [
          {
            peer: 'yuantu',
            isCorrect: reached === parcels,
            text: `${reached} of ${parcels} within 0.01 m² on the grid`,
          },
          {
            peer: 'bisection with turf.intersect, not rounded',
            isCorrect: met === checked.length,
            text: `${met} of ${checked.length} within 0.01 m² before rounding`,
          },
        ];
      },
    },
  ];
};

function taskOf(index: number): Task {
  const corners = 4 + (index % 57);
  const ring = (radius: number, ragged: number, seed: number): Point[] =>
    Array.from({ length: corners }, (_, at) => {
      const angle = (2 * Math.PI * (at + 0.3)) / corners;
      const reach = radius * (1 + ragged * noise(at + seed, index));
      return [Math.round(1_000_000 + reach * Math.cos(angle)), Math.round(1_000_000 + reach * Math.sin(angle))];
    });
  const outer = ring(120_000 + 80_000 * noise(index, 3), 0.25, 0);
  const land: MultiPolygon = [index % 3 === 0 ? [outer, ring(12_000, 0.3, 0.5)] : [outer]];
  const wantedTwice = Math.round(twiceAreaSquareMillimetres(land) * (0.5 + 0.4 * noise(index, 7)));
  const turn = Math.PI * noise(index, 11);
  const direction = [Math.cos(turn), Math.sin(turn)] as const;
  return { land, wanted: { wantedTwice, direction, side: 'left', allowsSeveralPieces: true } };
}

/** Twice the area a half-plane has in common with the land, its offset halved until that is within 0.01 m². */
function bisect({ land, wanted }: Task): number {
  const [dx, dy] = wanted.direction;
  const parcel = polygon(land[0]!.map((ring) => [...ring, ring[0]!].map(([x, y]) => [x, y])));
  const far = 2_000_000;
  let [low, high] = [-far, far];
  let twice = 0;
  for (let step = 0; step < 60; step += 1) {
    const offset = (low + high) / 2;
    const corners = [
      [-far, -offset],
      [far, -offset],
      [far, far],
      [-far, far],
    ].map(([along, left]) => [1_000_000 + dx * along! - dy * left!, 1_000_000 + dy * along! + dx * left!]);
    const common = intersect(featureCollection([parcel, polygon([[...corners, corners[0]!]])]));
    twice = common ? twiceArea(common) : 0;
    if (Math.abs(twice - wanted.wantedTwice) <= areaToleranceTwice) break;
    if (twice < wanted.wantedTwice) low = offset;
    else high = offset;
  }
  return twice;
}

function twiceArea({ geometry }: Feature<Polygon | GeoMultiPolygon>): number {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.reduce((sum, ring) => {
    const [x0 = 0, y0 = 0] = ring[0] ?? [];
    return ring.reduce((twice, [ax = 0, ay = 0], at) => {
      const [bx = 0, by = 0] = ring[(at + 1) % ring.length]!;
      return twice + (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    }, sum);
  }, 0);
}

/** Between −1 and 1, the same on every run. */
function noise(a: number, b: number): number {
  const value = Math.sin(a * 127.1 + b * 311.7) * 43_758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}
