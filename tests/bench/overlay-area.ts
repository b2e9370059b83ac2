import { featureCollection, intersect, polygon } from '@turf/turf';
import type { Feature, Polygon, Position } from 'geojson';
import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { overlayArea } from '../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../domain/geometry/overlay/prepare-overlay.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import { benchParcels, benchPhases } from './overlay-land.ts';
import type { Correctness, Workloads } from './workload.ts';

type TwiceAreaOf = (phase: number, parcel: number) => number;

/** Answers may differ by this part of the parcel. */
const tolerance = 1e-9;
/** The slower peers are timed on every so many parcels, so that their runs stay short, and checked on more of them. */
const geosStrides = { timed: 7, checked: 1 };
const turfStrides = { timed: 230, checked: 60 };

/** Area that 3,000 parcels have in common with five phases of 120 corners; what may be prepared is prepared before. */
export const workloads: Workloads = async () => {
  const parcels = benchParcels();
  const phases = benchPhases();
  const every = parcels.map((_, index) => index);
  const sample = (stride: number) => every.filter((index) => index % stride === stride >> 1);
  const run = (twiceAreaOf: TwiceAreaOf, of: readonly number[]) => () => {
    let sum = 0;
    for (let phase = 0; phase < phases.length; phase += 1) for (const parcel of of) sum += twiceAreaOf(phase, parcel);
    return sum;
  };
  const ours = yuantu(parcels, phases);
  const peers = [
    { name: 'geos-wasm prepared', twiceAreaOf: await geos(parcels, phases, false), strides: geosStrides },
    {
      name: 'geos-wasm prepared, covered parcels not cut',
      twiceAreaOf: await geos(parcels, phases, true),
      strides: geosStrides,
    },
    { name: 'turf.intersect', twiceAreaOf: turf(parcels, phases), strides: turfStrides },
  ];
  const partly = every.filter((parcel) =>
    phases.some(
      (_, phase) => ours(phase, parcel) > 0 && ours(phase, parcel) < twiceAreaSquareMillimetres(parcels[parcel]!),
    ),
  );
  return [
    {
      name: `overlay area of 3,000 parcels × 5 phases of 120 corners (${partly.length} parcels on a border)`,
      operation: 'pair',
      peers: [
        { name: 'yuantu', run: run(ours, every), operations: every.length * phases.length },
        ...peers.map(({ name, twiceAreaOf, strides }) => ({
          name,
          run: run(twiceAreaOf, sample(strides.timed)),
          operations: sample(strides.timed).length * phases.length,
        })),
      ],
      aims: [
        { kind: 'times', peer: 'geos-wasm prepared', atLeast: 10 },
        { kind: 'times', peer: 'geos-wasm prepared, covered parcels not cut', atLeast: 10 },
        { kind: 'times', peer: 'turf.intersect', atLeast: 1000 },
      ],
      check: () => {
        const found = peers.map(({ name, twiceAreaOf, strides }) =>
          compare(name, ours, twiceAreaOf, sample(strides.checked), parcels, phases.length),
        );
        const isCorrect = found.every((finding) => finding.isCorrect);
        return [{ peer: 'yuantu', isCorrect, text: `within ${tolerance} of the parcel of every peer` }, ...found];
      },
    },
  ];
};

function compare(
  peer: string,
  ours: TwiceAreaOf,
  theirs: TwiceAreaOf,
  of: readonly number[],
  parcels: readonly MultiPolygon[],
  phases: number,
): Correctness {
  let worst = 0;
  let wrong = 0;
  for (const parcel of of) {
    const whole = twiceAreaSquareMillimetres(parcels[parcel]!);
    for (let phase = 0; phase < phases; phase += 1) {
      const difference = Math.abs(theirs(phase, parcel) - ours(phase, parcel)) / whole;
      worst = Math.max(worst, difference);
      if (!(difference <= tolerance)) wrong += 1;
    }
  }
  const text = `${wrong} of ${of.length * phases} pairs differ from ours by more, the worst by ${worst.toExponential(1)} of the parcel`;
  return { peer, isCorrect: wrong === 0, text };
}

function yuantu(parcels: readonly MultiPolygon[], phases: readonly MultiPolygon[]): TwiceAreaOf {
  const prepared = phases.map(prepareOverlay);
  return (phase, parcel) => overlayArea(prepared[phase]!, parcels[parcel]!);
}

function turf(parcels: readonly MultiPolygon[], phases: readonly MultiPolygon[]): TwiceAreaOf {
  const lands = parcels.map(feature);
  const wholes = phases.map(feature);
  return (phase, parcel) => {
    const common = intersect(featureCollection([wholes[phase]!, lands[parcel]!]));
    if (!common) return 0;
    const polygons = common.geometry.type === 'Polygon' ? [common.geometry.coordinates] : common.geometry.coordinates;
    return polygons.flat().reduce((sum, ring) => sum + shoelace(ring), 0);
  };
}

async function geos(
  parcels: readonly MultiPolygon[],
  phases: readonly MultiPolygon[],
  asksCovers: boolean,
): Promise<TwiceAreaOf> {
  const library = await initGeos();
  const lands = parcels.map((parcel) => geojsonToGeosGeom(feature(parcel).geometry, library));
  const wholes = phases.map((phase) => geojsonToGeosGeom(feature(phase).geometry, library));
  const prepared = wholes.map((whole) => library.GEOSPrepare(whole));
  const pointer = library.Module._malloc(8);
  const twiceArea = (shape: number) => {
    library.GEOSArea(shape, pointer);
    return 2 * library.Module.getValue(pointer, 'double');
  };
  return (phase, parcel) => {
    const land = lands[parcel]!;
    if (!library.GEOSPreparedIntersects(prepared[phase]!, land)) return 0;
    if (asksCovers && library.GEOSPreparedCovers(prepared[phase]!, land)) return twiceArea(land);
    const common = library.GEOSIntersection(wholes[phase]!, land);
    const twice = twiceArea(common);
    library.GEOSGeom_destroy(common);
    return twice;
  };
}

function feature(land: MultiPolygon): Feature<Polygon> {
  return polygon(land[0]!.map((ring) => [...ring, ring[0]!].map(([x, y]) => [x, y])));
}

/** Twice the signed area of a closed ring, on the plane. */
function shoelace(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax = 0, ay = 0] = ring[index]!;
    const [bx = 0, by = 0] = ring[index + 1]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}
