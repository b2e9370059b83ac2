import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureCollection, intersect, polygon } from '@turf/turf';
import type { FeatureCollection, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { squareMetres, twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { toGridGeometry } from '../../../domain/geometry/from-geojson.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import { overlayAreas } from '../../../domain/geometry/overlay/overlay-area.ts';
import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';
import { parkSchema } from '../../../domain/park/schema.ts';

const folder = join(import.meta.dirname, '../../../data/geo/jinling');
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const grid = parkGrid(parkSchema.parse(read('park.json')));

interface Land {
  readonly code: string;
  readonly phase: string | null;
  readonly planVersion: string;
  readonly polygons: MultiPolygon;
}

function landOf(layer: string): Land[] {
  const { features } = read(`${layer}.geojson`) as FeatureCollection;
  return features.map(({ properties, geometry }) => {
    const shape = toGridGeometry(geometry, grid);
    if (shape.type !== 'Area') throw new Error(`${layer} holds a ${shape.type}`);
    return { ...(properties as Omit<Land, 'polygons'>), polygons: shape.polygons };
  });
}

function byTurf(a: MultiPolygon, b: MultiPolygon): number {
  let area = 0;
  for (const first of a) {
    for (const second of b) {
      const common = intersect(featureCollection([closed(first), closed(second)]));
      if (!common) continue;
      const { type, coordinates } = common.geometry;
      for (const rings of type === 'Polygon' ? [coordinates] : coordinates) {
        rings.forEach((ring, index) => (area += (index === 0 ? 1 : -1) * Math.abs(shoelace(ring))));
      }
    }
  }
  return area / 2_000_000;
}

function closed(rings: MultiPolygon[number]) {
  return polygon(rings.map((ring) => [...ring, ring[0]!].map(([x, y]) => [x, y])));
}

function shoelace(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  return ring.reduce((sum, [ax = 0, ay = 0], index) => {
    const [bx = 0, by = 0] = ring[(index + 1) % ring.length]!;
    return sum + (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }, 0);
}

const [parcels, zones, phases, plans] = ['parcels', 'zones', 'phases', 'plan-versions'].map(landOf) as [
  Land[],
  Land[],
  Land[],
  Land[],
];
const shapes = (lands: readonly Land[]) => lands.map(({ polygons }) => polygons);

describe('the parcels of 金岭', () => {
  let inPhases: number[][];
  let inZones: number[][];
  let inPlans: number[][];
  beforeAll(() => {
    inPhases = overlayAreas(shapes(parcels), shapes(phases));
    inZones = overlayAreas(shapes(parcels), shapes(zones));
    inPlans = overlayAreas(shapes(parcels), shapes(plans));
  });

  test('lie in the phase they name with their whole area, to the twice-square-millimetre', () => {
    parcels.forEach(({ polygons, phase }, row) => {
      const expected = phases.map(({ code }) => (code === phase ? twiceAreaSquareMillimetres(polygons) : 0));
      expect(inPhases[row]).toEqual(expected);
    });
  });

  test('do not overlap one another at all', () => {
    overlayAreas(shapes(parcels), shapes(parcels)).forEach((row, index) => {
      expect(row.filter((area) => area !== 0)).toEqual([twiceAreaSquareMillimetres(parcels[index]!.polygons)]);
    });
  });

  test('are covered by the zones of every plan as far as they lie in it', () => {
    plans.forEach((plan, column) => {
      const ofPlan = zones.flatMap(({ planVersion }, index) => (planVersion === plan.code ? [index] : []));
      parcels.forEach(({ polygons }, row) => {
        const sum = ofPlan.reduce((total, zone) => total + inZones[row]![zone]!, 0);
        const whole = twiceAreaSquareMillimetres(polygons);
        expect(Math.abs(sum - inPlans[row]![column]!)).toBeLessThanOrEqual(1e-12 * whole);
      });
    });
  });

  test('(every sixth) have the area in common with phases and zones that turf.intersect says, within 1e-6 m²', () => {
    let compared = 0;
    for (const [others, areas] of [
      [phases, inPhases],
      [zones, inZones],
    ] as const) {
      parcels.forEach(({ polygons }, row) => {
        if (row % 6 !== 0) return;
        others.forEach((other, column) => {
          if (!boxesMeet(polygons, other.polygons)) return expect(areas[row]![column]).toBe(0);
          compared += 1;
          const difference = squareMetres(areas[row]![column]!) - byTurf(polygons, other.polygons);
          expect(Math.abs(difference)).toBeLessThan(1e-6);
        });
      });
    }
    expect(compared).toBeGreaterThan(100);
  });
});

function boxesMeet(a: MultiPolygon, b: MultiPolygon): boolean {
  return ([0, 1] as const).every((axis) => {
    const [ofA, ofB] = [a, b].map((land) => land.flat(2).map((point) => point[axis])) as [number[], number[]];
    return Math.max(...ofA) >= Math.min(...ofB) && Math.max(...ofB) >= Math.min(...ofA);
  });
}
