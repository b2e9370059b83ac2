import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import { squareMetres, twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { checkFeatureCollection } from '../../domain/geometry/check-features.ts';
import { openEdges } from '../../domain/geometry/coverage.ts';
import { toGeoJson, toGridGeometry } from '../../domain/geometry/from-geojson.ts';
import { parkGrid } from '../../domain/geometry/grid.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import { landUseSchema, parkSchema } from '../../domain/park/schema.ts';

const folder = join(import.meta.dirname, '../../data/geo');
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const layers = ['plan-versions', 'survey', 'phases', 'zones', 'parcels', 'roads', 'works'];
const landUses = landUseSchema.array().parse(read('land-use.json'));
const accountOf = (code: string) => landUses.find((use) => use.code === code)?.account;

interface Piece {
  code: string;
  planVersion: string;
  landUse: string;
  phase: string | null;
  land: MultiPolygon;
}

describe.each(['jinling', 'heshun'])('the land of %s', (code) => {
  const park = parkSchema.parse(read(`${code}/park.json`));
  const grid = parkGrid(park);
  const collection = (layer: string) => read(`${code}/${layer}.geojson`) as FeatureCollection;
  const pieces = (layer: string): Piece[] =>
    collection(layer).features.map(({ properties, geometry }) => {
      const shape = toGridGeometry(geometry, grid);
      if (shape.type !== 'Area') throw new Error(`${layer} ${properties?.['code']} is no area`);
      return { ...(properties as Omit<Piece, 'land'>), land: shape.polygons };
    });
  const area = (land: readonly Piece[]) =>
    land.reduce((total, piece) => total + twiceAreaSquareMillimetres(piece.land), 0);
  const open = (parts: readonly Piece[], whole: Piece) =>
    openEdges(
      parts.map(({ land }) => land),
      whole.land,
    ).slice(0, 5);

  const plans = pieces('plan-versions');
  const latest = plans.at(-1)!;
  const zones = pieces('zones');
  const parcels = pieces('parcels');
  const landOfPlan = [
    ...parcels,
    ...zones.filter((zone) => zone.planVersion === latest.code && accountOf(zone.landUse) !== 'parcel'),
  ];

  test.each([...layers, 'base'])('%s has sound geometry', (layer) => {
    expect(checkFeatureCollection(collection(layer)).slice(0, 5)).toEqual([]);
  });

  test('every corner stands on the millimetre grid and comes back from ten decimals', () => {
    for (const layer of layers) {
      for (const { geometry } of collection(layer).features) {
        expect(toGeoJson(toGridGeometry(geometry, grid), grid)).toEqual(geometry);
      }
    }
  });

  test('parcels, roads, green, water, utilities and rest cover the plan: gap and overlap are 0.00 m²', () => {
    expect(open(landOfPlan, latest)).toEqual([]);
    expect(area(landOfPlan)).toBe(area([latest]));
  });

  test('zones cover every plan version', () => {
    for (const plan of plans) {
      const ofPlan = zones.filter((zone) => zone.planVersion === plan.code);
      expect(open(ofPlan, plan)).toEqual([]);
      expect(area(ofPlan)).toBe(area([plan]));
    }
  });

  test('phases cover the plan, and the land of a phase covers the phase', () => {
    const phases = pieces('phases');
    expect(area(phases)).toBe(area([latest]));
    for (const phase of phases) {
      const ofPhase = landOfPlan.filter((piece) => piece.phase === phase.code);
      expect(open(ofPhase, phase)).toEqual([]);
      expect(area(ofPhase)).toBe(area([phase]));
    }
  });

  test('every code is used once and every land use is in the table', () => {
    for (const layer of layers) {
      const codes = collection(layer).features.map(({ properties }) => properties?.['code'] as string);
      expect(new Set(codes).size).toBe(codes.length);
    }
    expect([...parcels, ...zones].filter((piece) => accountOf(piece.landUse) === undefined)).toEqual([]);
    expect(parcels.filter((parcel) => accountOf(parcel.landUse) !== 'parcel')).toEqual([]);
  });

  test('no piece of land is a sliver', () => {
    const small = landOfPlan.filter((piece) => squareMetres(area([piece])) < 20).map((piece) => piece.code);
    expect(small).toEqual([]);
  });
});

test('the park has between 80 and 140 parcels', () => {
  const { features } = read('jinling/parcels.geojson') as FeatureCollection;
  expect(features.length).toBeGreaterThanOrEqual(80);
  expect(features.length).toBeLessThanOrEqual(140);
});
