import { drawPlan, type Label, type Plan } from './plan.ts';
import { surveyOutline, tune } from './boundary.ts';
import { addDays, listGates, selectParcels, type Selection } from '../facts/gates.ts';
import { funds, milestones, targets } from '../facts/plans.ts';
import { listClaims, listProjects } from '../facts/projects.ts';
import { listStretches } from '../facts/stretches.ts';
import { listPayments, listSections } from '../facts/sections.ts';
import { origin } from './frame.ts';
import { collection, shapeOf, table, type Feature } from '../geojson.ts';
import { indicators } from './uses.ts';
import { listParcels, type Parcel } from './parcels.ts';
import { drawConcept } from './concept.ts';
import { piecesOf, toMillimetres } from '../cover/plane.ts';
import type { Vertex } from '../cover/node.ts';
import { listWorks } from './works.ts';

const standard = 'GBJ137-90';

/** All files of 金岭工业园 but the landscape: name and text. */
export function buildJinling(): Map<string, string> {
  const plan = drawPlan();
  const parcels = listParcels(plan);
  const { zones, zoneRings } = listZones(plan, parcels);
  const stretches = listStretches(plan.roads);
  const selection = selectParcels(parcels, stretches);
  const gates = listGates(parcels, selection);
  const readyOn = (parcel: Parcel): string =>
    gates
      .filter((g) => g.parcel === parcel.code && g.gate !== 'telecom')
      .reduce((last, g) => ((g.doneOn ?? '') > last ? g.doneOn! : last), '2007-02-01');
  const geo = (features: readonly Feature[]): string => collection(features, origin);
  return new Map<string, string>([
    ['park.json', JSON.stringify(park, null, 2) + '\n'],
    ['plan-versions.geojson', geo([outlineV1(), outlineV2(plan)])],
    ['survey.geojson', geo([survey()])],
    ['phases.geojson', geo(listPhases(plan))],
    ['zones.geojson', geo([...zones, ...conceptZones()])],
    ['parcels.geojson', geo(parcels.map((parcel) => registered(parcelFeature(parcel), parcel, selection)))],
    [
      'roads.geojson',
      geo(
        plan.roads.map(({ path, widthMetres, ...road }) => ({
          shape: { type: 'LineString', line: path.points.map(toMillimetres) },
          properties: { ...road, designWidthMetres: widthMetres, equations: equations[road.code] ?? [] },
        })),
      ),
    ],
    ['works.geojson', geo(listWorks(plan.roads, zoneRings))],
    ['stretches.json', table(stretches)],
    ['gates.json', table(gates)],
    ['projects.json', table(listProjects())],
    ['claims.json', table(listClaims(selection.now, (parcel) => addDays(readyOn(parcel), 1), selection.office))],
    ['sections.json', table(listSections())],
    ['payments.json', table(listPayments())],
    ['milestones.json', table(milestones)],
    ['targets.json', table(targets)],
    ['funds.json', table(funds)],
  ]);
}

/** Chainage equations (断链) left by two changes of alignment: R1 shortened by 15 m, R2 made 12 m longer. */
const equations: Readonly<Record<string, { atMetres: number; aheadMetres: number }[]>> = {
  R1: [{ atMetres: 1000, aheadMetres: 1015 }],
  R2: [{ atMetres: 600, aheadMetres: 588 }],
};

/** The register knows the office and the first avenue parcels; one stands there with the area of an older survey. */
function registered(feature: Feature, parcel: Parcel, { now, office }: Selection): Feature {
  const fromOldSurvey = parcel === now[3];
  const isKnown = parcel === office || now.slice(0, 12).includes(parcel);
  const factor = fromOldSurvey ? 1.0014 : 1;
  const area = isKnown ? Math.round(parcel.areaSquareMetres * factor * 100) / 100 : null;
  return { ...feature, properties: { ...feature.properties, registeredSquareMetres: area } };
}

const park = {
  code: 'jinling',
  name: '金岭工业园',
  nameEn: 'Jinling Industrial Park',
  county: '光泽县',
  countyEn: 'Guangze County',
  epsg: 4548,
  originEast: origin.east,
  originNorth: origin.north,
  schematic: true,
  dataAsOf: '2007-11-30',
  timelineFrom: '2007-02-01',
  timelineTo: '2008-12-31',
  gatesForSupply: ['approved', 'acquired', 'levelled', 'road', 'power'],
  gatesForService: ['levelled', 'road', 'power', 'water'],
  roadGateLayer: 'subgrade',
};

const rings = (vertices: readonly Vertex[], polygons: readonly number[][][]): Vertex[][][] =>
  polygons.map((polygon) => polygon.map((ring) => ring.map((id) => vertices[id]!)));

function outlineV2(plan: Plan): Feature {
  const pieces = piecesOf(plan.plane, plan.labels, () => 'park', plan.idle);
  return {
    shape: shapeOf(pieces.flatMap((p) => rings(plan.plane.vertices, p.polygons))),
    properties: {
      code: 'v2',
      name: '总体规划（第二版）',
      nameEn: 'Master plan, second version',
      designer: '示例规划设计院',
      inForceFrom: '2007-02-01',
      standard,
    },
  };
}

function outlineV1(): Feature {
  const concept = drawConcept();
  const pieces = piecesOf(concept.plane, concept.labels, () => 'park', concept.idle);
  return {
    shape: shapeOf(pieces.flatMap((p) => rings(concept.plane.vertices, p.polygons))),
    properties: {
      code: 'v1',
      name: '总体规划（第一版）',
      nameEn: 'Master plan, first version',
      designer: '辽宁省某规划设计院',
      inForceFrom: '2006-07-18',
      standard,
    },
  };
}

function survey(): Feature {
  const ring = tune(surveyOutline, 5_440_000, 0, 400).map(toMillimetres);
  return {
    shape: { type: 'Polygon', rings: [ring] },
    properties: {
      code: 'survey-2007',
      name: '1:1000 地形测量范围',
      nameEn: 'Survey at 1:1000',
      scale: 1000,
      surveyedOn: '2007-04-20',
    },
  };
}

function listPhases(plan: Plan): Feature[] {
  const names = { '1': ['一期', 'Phase 1'], '2': ['二期', 'Phase 2'], '3': ['三期', 'Phase 3'] } as const;
  return (['1', '2', '3'] as const).map((code) => {
    const pieces = piecesOf(
      plan.plane,
      plan.labels.map((l) => (l?.phase === code ? l : null)),
      (l) => l.phase,
      plan.idle,
    );
    return {
      shape: shapeOf(pieces.flatMap((p) => rings(plan.plane.vertices, p.polygons))),
      properties: { code, name: names[code][0], nameEn: names[code][1] },
    };
  });
}

function listZones(
  plan: Plan,
  parcels: readonly Parcel[],
): { zones: Feature[]; zoneRings: (name: string) => Vertex[][] } {
  const useOfFace = new Map(parcels.map((p) => [p.face, p.landUse]));
  const key = ({ land, phase, key: own }: Label): string =>
    land.kind === 'parcel' ? `block ${useOfFace.get(land.face)} ${phase}` : own;
  const pieces = piecesOf(plan.plane, plan.labels, key, plan.idle);
  const names = new Map<string, Vertex[][]>();
  const zones = pieces.map(({ label: { land, phase }, polygons }, i): Feature => {
    const shape = rings(plan.plane.vertices, polygons);
    const [landUse, name, nameEn] =
      land.kind === 'parcel' ? [useOfFace.get(land.face)!, null, null] : [land.use, land.name, land.nameEn];
    if (name) names.set(name, shape[0]!);
    return {
      shape: shapeOf(shape),
      properties: {
        code: `v2-Z${String(i + 1).padStart(3, '0')}`,
        planVersion: 'v2',
        standard,
        landUse,
        phase,
        name,
        nameEn,
      },
    };
  });
  const zoneRings = (name: string): Vertex[][] => {
    const found = names.get(name);
    if (!found) throw new Error(`no zone ${name}`);
    return found;
  };
  return { zones, zoneRings };
}

function conceptZones(): Feature[] {
  const { plane, labels, idle } = drawConcept();
  return piecesOf(plane, labels, (l) => l.key, idle).map(({ label, polygons }, i) => ({
    shape: shapeOf(rings(plane.vertices, polygons)),
    properties: {
      code: `v1-Z${String(i + 1).padStart(3, '0')}`,
      planVersion: 'v1',
      standard,
      landUse: label.use,
      phase: null,
      name: label.name,
    },
  }));
}

function parcelFeature({ code, landUse, phase, access, rings: shape }: Parcel): Feature {
  if (!access) throw new Error(`${code} has no road`);
  return {
    shape: { type: 'Polygon', rings: shape },
    properties: { code, planVersion: 'v2', standard, landUse, phase, ...indicators[landUse], access },
  };
}
