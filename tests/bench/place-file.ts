import proj4 from 'proj4';
import type { Position, SurveyFile } from '../../domain/survey/survey-file.ts';
import { placeFile } from '../../domain/survey/system/place-file.ts';
import { proj4Definition, systemOf } from '../../domain/survey/system/systems.ts';
import type { Workloads } from './workload.ts';

const park = { epsg: 4548, originEast: 526_000, originNorth: 3_041_000 };
const neighbourZone = 4549;
const rings = 100;
const ring = Array.from({ length: 1000 }, (_, index): Position => [236_000 + index, 3_046_400 + index]);

/** Positions of the neighbouring zone onto the park's grid, against proj4 alone, which rounds and checks nothing. */
export const workloads: Workloads = async () => {
  const file = fileOf(ring);
  const alone = proj4(proj4Definition(systemOf(neighbourZone)!), proj4Definition(systemOf(park.epsg)!));
  const ours = () => {
    const placing = { system: neighbourZone, isSwapped: false, droppedPrefix: null, transformation: null };
    const placed = placeFile(file, placing, park);
    if ('refusal' in placed) throw new Error(placed.refusal);
    return placed;
  };
  const theirs = () => {
    let last: readonly number[] = [];
    for (let round = 0; round < rings; round += 1)
      for (const [east, north] of ring) last = alone.forward([east, north]);
    return last;
  };
  return [
    {
      name: `${rings * ring.length} positions of the neighbouring zone`,
      operation: 'position',
      peers: [
        { name: 'yuantu', run: ours, operations: rings * ring.length },
        { name: 'proj4', run: theirs, operations: rings * ring.length },
      ],
      aims: [{ kind: 'times', peer: 'proj4', atLeast: 0.8 }],
      check: () => {
        const { features } = ours();
        const shape = features[0]?.shape;
        const got = shape?.type === 'area' ? (shape.polygons[0]?.[0] ?? []) : [];
        const off = ring.map((position, at) => {
          const [east = 0, north = 0] = alone.forward([...position]);
          const [x = NaN, y = NaN] = got[at] ?? [];
          return Math.hypot(x / 1000 + park.originEast - east, y / 1000 + park.originNorth - north);
        });
        const most = Math.max(...off);
        return [{ peer: 'yuantu', isCorrect: most < 0.001, text: `${(most * 1000).toFixed(3)} mm at most` }];
      },
    },
  ];
};

function fileOf(corners: readonly Position[]): SurveyFile {
  const features = Array.from({ length: rings }, (_, index) => ({
    code: `Q-${index}`,
    name: null,
    cornerNames: null,
    declaredArea: null,
    properties: {},
    at: { line: null, record: index + 1 },
    shape: { type: 'area' as const, polygons: [[corners]] },
  }));
  return { format: 'geojson', encoding: null, systems: [], layers: [{ name: 'L', features }], notes: [], about: [] };
}
