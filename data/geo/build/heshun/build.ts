import { gates, park, project, stretches, works } from './facts.ts';
import { areaOf, insideRing, spline, type Point } from '../shape/curve.ts';
import { pointInside, type Plane } from '../cover/faces.ts';
import { collection, shapeOf, table, type Feature } from '../geojson.ts';
import { creek, creekWidthMetres, hillFoot, origin } from './landscape.ts';
import { accessOf } from '../jinling/parcels.ts';
import { indicators } from '../jinling/uses.ts';
import { Drafting } from '../shape/drafting.ts';
import type { Vertex } from '../cover/node.ts';
import {
  absorbSlivers,
  firstMask,
  idleVertices,
  middles,
  partition,
  piecesOf,
  toMillimetres,
  type Mask,
} from '../cover/plane.ts';
import { corners, layOut, roadway, type Road } from '../shape/roads.ts';

/** 和顺工业园: one road in a side valley, one project. Everything but F15 is invented. */
const mu = 2000 / 3;
const standard = 'GBJ137-90';

type Label = { use: string; name: string | null; nameEn: string | null; key: string; parcel: boolean };
type Plan = { plane: Plane; labels: (Label | null)[]; roads: Road[]; idle: Set<number> };
type Parcel = {
  code: string;
  landUse: 'M1' | 'M2' | 'W1';
  rings: Vertex[][];
  area: number;
  key: string;
  chainage: number;
};

export function buildHeshun(): Map<string, string> {
  const plan = exactPlan();
  const parcels = listParcels(plan);
  const claimed = parcels.find((p) => Math.abs(p.area / mu - 27.5) < 0.005)!;
  const geo = (features: readonly Feature[]): string => collection(features, origin);
  const whole = rings(
    plan.plane,
    piecesOf(plan.plane, plan.labels, () => 'park', plan.idle).flatMap((p) => p.polygons),
  );
  const survey = spread(whole[0]![0]!, 90);
  return new Map<string, string>([
    ['park.json', JSON.stringify(park, null, 2) + '\n'],
    [
      'plan-versions.geojson',
      geo([
        {
          shape: shapeOf(whole),
          properties: {
            code: 'v2',
            name: '和顺工业园规划',
            nameEn: 'Plan of Heshun park',
            designer: '示例规划设计院',
            inForceFrom: '2007-02-01',
            standard,
          },
        },
      ]),
    ],
    [
      'survey.geojson',
      geo([
        {
          shape: { type: 'Polygon', rings: [survey] },
          properties: {
            code: 'survey-2007',
            name: '1:1000 地形测量范围',
            nameEn: 'Survey at 1:1000',
            scale: 1000,
            surveyedOn: '2007-05-18',
          },
        },
      ]),
    ],
    ['phases.geojson', geo([{ shape: shapeOf(whole), properties: { code: '1', name: '一期', nameEn: 'Phase 1' } }])],
    ['zones.geojson', geo(listZones(plan, parcels))],
    ['parcels.geojson', geo(parcels.map((p) => parcelFeature(p, plan.roads)))],
    [
      'roads.geojson',
      geo(
        plan.roads.map(({ path, widthMetres, ...road }) => ({
          shape: { type: 'LineString', line: path.points.map(toMillimetres) },
          properties: { ...road, designWidthMetres: widthMetres },
        })),
      ),
    ],
    ['works.geojson', geo(works(plan.roads[0]!))],
    ['stretches.json', table(stretches(plan.roads[0]!, plan.roads[1]!))],
    ['gates.json', table(parcels.flatMap((p, i) => gates(p.code, i < 5)))],
    ['projects.json', table([project])],
    [
      'claims.json',
      table([
        {
          id: 'C-01',
          project: 'P-01',
          parcel: claimed.code,
          kind: 'contract',
          fromOn: '2007-09-28',
          untilOn: null,
          startBy: '2007-12-31',
          finishBy: '2008-09-30',
        },
      ]),
    ],
    ['sections.json', table([])],
    ['payments.json', table([])],
    [
      'milestones.json',
      table([
        { code: 'Y-01', on: '2007-05-18', name: '1:1000 地形图测量', nameEn: 'Survey at 1:1000', kind: 'survey' },
      ]),
    ],
    ['targets.json', table([])],
    ['funds.json', table([])],
  ]);
}

/** The plan whose third parcel has exactly 27.5 亩: its far side is moved until it has. */
function exactPlan(): Plan {
  let [low, high] = [40, 160];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const plan = drawPlan(middle);
    const parcel = listParcels(plan).find((p) => p.code === 'HS-03')!;
    if (Math.abs(parcel.area - 27.5 * mu) < 0.5) return plan;
    if (parcel.area > 27.5 * mu) high = middle;
    else low = middle;
  }
  throw new Error('27.5 亩 cannot be reached');
}

function drawPlan(depth: number): Plan {
  const bank = creek.parallel(-creekWidthMetres / 2);
  const bankFrom = creek.foot([3110, 3640]).chainage;
  const bankTo = creek.foot([3370, 2560]).chainage;
  const shore = creek.parallel(-creekWidthMetres / 2, bankFrom, bankTo);
  const outline = [...shore, ...spline([[3300, 2460], ...hillFoot, [2830, 3540], [2960, 3620]], 0.2)];
  const roads = [
    layOut({
      code: 'R0',
      name: '和顺路',
      nameEn: 'Heshun Road',
      class: 'main',
      widthMetres: 18,
      bends: [
        [2850, 3570, 0],
        [3075, 3240, 260],
        [3085, 2760, 300],
        [3180, 2430, 0],
      ],
    }),
    layOut({
      code: 'L1',
      name: '和顺支路',
      nameEn: 'Heshun Lane',
      class: 'local',
      widthMetres: 12,
      bends: [
        [3079, 3010, 0],
        [3170, 3020, 300],
        [3250, 2995, 0],
      ],
    }),
  ];
  const [main, lane] = [roads[0]!, roads[1]!];
  const mask = (use: string, name: string, nameEn: string, ring: Point[]): Mask<Omit<Label, 'key'>> => ({
    ring,
    label: { use, name, nameEn, parcel: false },
  });
  const masks = [
    mask('S1', main.name, main.nameEn, roadway(main, 0, 30)),
    ...[roadway(lane), ...corners(lane, main)].map((ring) => mask('S1', lane.name, lane.nameEn, ring)),
    mask('G2', '和顺溪绿带', 'Creek Buffer', creek.strip(-creekWidthMetres / 2 - 18, 40)),
    mask('G1', '和顺小游园', 'Heshun Garden', main.path.strip(0, 62, 225, 300)),
    mask('U1', '配电房', 'Switch house', main.path.strip(-46, 0, 418, 450)),
  ];
  const d = new Drafting(roads, [
    outline,
    creek.parallel(-creekWidthMetres / 2 - 18),
    bank,
    ...masks.slice(-2).map((m) => [...m.ring, m.ring[0]!]),
  ]);
  d.squares('R0', 'right', [180, 330, 520, 690, 860, 1020]);
  d.squares('R0', 'left', [130, 300, 300 + depth, 470, 715, 870, 990]);
  const plane = partition(
    outline,
    masks.map((m) => m.ring),
    d.cuts,
  );
  const labels = middles(plane).map((p, i): Label | null => {
    if (!insideRing(p, outline)) return null;
    const found = firstMask(masks, p) ?? { use: 'M2', name: null, nameEn: null, parcel: true };
    return { ...found, key: found.parcel ? `parcel ${i}` : `${found.use} ${found.name}` };
  });
  absorbSlivers(
    plane,
    labels,
    (l, { area, thickness }) => area < (l.parcel ? 2600 : 60) || thickness < (l.parcel ? 20 : 2),
    () => true,
    (l) => l.key,
  );
  return { plane, labels, roads, idle: idleVertices(plane, labels, (l) => l.key) };
}

const rings = (plane: Plane, polygons: readonly number[][][]): Vertex[][][] =>
  polygons.map((polygon) => polygon.map((ring) => ring.map((id) => plane.vertices[id]!)));

function listParcels({ plane, labels, roads, idle }: Plan): Parcel[] {
  const road = roads[0]!.path;
  return piecesOf(plane, labels, (l) => l.key, idle)
    .filter(({ label }) => label.parcel)
    .map(({ label, polygons, area }) => {
      const at = pointInside(plane.vertices, { rings: polygons[0]!, area });
      const foot = road.foot([at.x / 1000, at.y / 1000]);
      return {
        code: '',
        landUse: 'M2' as const,
        rings: rings(plane, polygons)[0]!,
        area: area / 1e6,
        key: label.key,
        chainage: foot.chainage + (foot.offset > 0 ? 0 : 10_000),
      };
    })
    .sort((a, b) => a.chainage - b.chainage)
    .map((parcel, i) => ({
      ...parcel,
      code: `HS-${String(i + 1).padStart(2, '0')}`,
      landUse: i === 0 ? ('W1' as const) : parcel.chainage > 10_900 ? ('M1' as const) : ('M2' as const),
    }));
}

function listZones({ plane, labels, idle }: Plan, parcels: readonly Parcel[]): Feature[] {
  const uses = new Map(parcels.map((p) => [p.key, p.landUse]));
  const useOf = (l: Label): string => uses.get(l.key) ?? l.use;
  return piecesOf(plane, labels, (l) => (l.parcel ? useOf(l) : l.key), idle).map(({ label, polygons }, i) => ({
    shape: shapeOf(rings(plane, polygons)),
    properties: {
      code: `v2-Z${String(i + 1).padStart(3, '0')}`,
      planVersion: 'v2',
      standard,
      landUse: useOf(label),
      phase: '1',
      name: label.name,
      nameEn: label.nameEn,
    },
  }));
}

function parcelFeature({ code, landUse, rings: shape }: Parcel, roads: readonly Road[]): Feature {
  const access = accessOf(shape[0]!, roads);
  if (!access) throw new Error(`${code} has no road`);
  return {
    shape: { type: 'Polygon', rings: shape },
    properties: { code, planVersion: 'v2', standard, landUse, phase: '1', ...indicators[landUse], access },
  };
}

/** Straight-sided ring round a shape: its hull corners moved outward. */
function spread(ring: readonly Vertex[], metres: number): Vertex[] {
  const points = ring.map((v): Point => [v.x / 1000, v.y / 1000]);
  const middle: Point = [
    points.reduce((s, p) => s + p[0], 0) / points.length,
    points.reduce((s, p) => s + p[1], 0) / points.length,
  ];
  const out = Array.from({ length: 14 }, (_, k): Point => {
    const angle = (2 * Math.PI * k) / 14;
    const reach = Math.max(
      ...points.map(([x, y]) => (x - middle[0]) * Math.cos(angle) + (y - middle[1]) * Math.sin(angle)),
    );
    return [
      middle[0] + Math.cos(angle) * (reach + metres) * 1.03,
      middle[1] + Math.sin(angle) * (reach + metres) * 1.03,
    ];
  });
  if (areaOf(out) <= 0) throw new Error('the survey ring is inside out');
  return out.map(toMillimetres);
}
