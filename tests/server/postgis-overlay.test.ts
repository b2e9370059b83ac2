import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { squareMetres } from '../../domain/geometry/area.ts';
import { overlayArea } from '../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../domain/geometry/overlay/prepare-overlay.ts';
import type { MultiPolygon, Point, Ring } from '../../domain/geometry/shapes.ts';
import { decodeWkb } from '../../domain/geometry/wkb.ts';
import { openHouseAt } from '../support/database.ts';
import { hasPostgres, startCluster, type Cluster } from '../support/postgres.ts';

const hasPostgis = hasPostgres && existsSync('/usr/share/postgresql/15/extension/postgis.control');
const origin = { originEast: 526_000, originNorth: 3_041_000 };

interface Pair extends pg.QueryResultRow {
  readonly name: string;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly area: number;
}

describe.skipIf(!hasPostgis)(`overlay areas${hasPostgis ? '' : ' (PostGIS is not installed)'}`, () => {
  let cluster: Cluster;
  let client: pg.Client;

  beforeAll(async () => {
    cluster = startCluster();
    const address = await cluster.createDatabase();
    client = new pg.Client(address);
    client.on('error', () => undefined);
    await client.connect();
    await client.query('CREATE EXTENSION postgis');
    await (await openHouseAt(address)).close();
  });
  afterAll(async () => {
    await client.end();
    cluster.stop();
  });

  test.each(['zone', 'phase', 'plan_version', 'parcel'])(
    'of parcels with every gis.%s are those of ST_Intersection',
    async (view) => {
      const { rows } = await client.query<Pair>(
        `SELECT parcel.code || ' × ' || other.code AS name, ST_AsBinary(parcel.geometry, 'NDR') AS first,
         ST_AsBinary(other.geometry, 'NDR') AS second,
         ST_Area(ST_Translate(ST_Intersection(parcel.geometry, other.geometry), $1, $2)) AS area
       FROM gis.parcel JOIN gis.${view} AS other USING (park)
       WHERE park = 'jinling' AND parcel.geometry && other.geometry`,
        [-origin.originEast, -origin.originNorth],
      );
      expect(rows.length).toBeGreaterThan(100);
      for (const { name: pair, first, second, area } of rows) {
        const ours = squareMetres(overlayArea(prepareOverlay(landOf(second)), landOf(first)));
        expect(Math.abs(ours - area), pair).toBeLessThan(1e-6);
      }
    },
  );

  test('of land that touches, coincides, has holes and parts, or is a sliver are those of ST_Intersection', async () => {
    const pairs = [...knownPairs(), ...randomPairs(400)];
    const { rows } = await client.query<{ area: number }>(
      `SELECT ST_Area(ST_Intersection(ST_GeomFromText(first), ST_GeomFromText(second))) AS area
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS pair(first, second, number) ORDER BY number`,
      [pairs.map(([first]) => textOf(first)), pairs.map(([, second]) => textOf(second))],
    );
    expect(rows.length).toBe(pairs.length);
    pairs.forEach(([first, second], index) => {
      const squareMillimetres = overlayArea(prepareOverlay(second), first) / 2;
      expect(Math.abs(squareMillimetres - rows[index]!.area), textOf(first)).toBeLessThan(1);
    });
  });
});

function landOf(wkb: Uint8Array): MultiPolygon {
  const shape = decodeWkb(wkb, origin);
  if (shape.type !== 'Area') throw new Error('not an area');
  return shape.polygons;
}

function textOf(land: MultiPolygon): string {
  const ring = (corners: Ring) => `(${[...corners, corners[0]!].map(([x, y]) => `${x} ${y}`).join()})`;
  return `MULTIPOLYGON(${land.map((polygon) => `(${polygon.map(ring).join()})`).join()})`;
}

function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

//  metres: A = 0…100, B = 100…200 beside it, hole = 40…60 in A
function knownPairs(): [MultiPolygon, MultiPolygon][] {
  const a = box(0, 0, 100_000, 100_000);
  const hole = box(40_000, 40_000, 60_000, 60_000);
  return [
    [[[a]], [[a]]],
    [[[a]], [[box(100_000, 0, 200_000, 100_000)]]],
    [[[a]], [[box(100_000, 100_000, 200_000, 200_000)]]],
    [[[a]], [[box(50_000, 0, 150_000, 100_000)]]],
    [[[a, hole]], [[hole]]],
    [[[a, hole]], [[box(30_000, 30_000, 50_000, 50_000)]]],
    [[[a, hole]], [[box(-10_000, 50_000, 110_000, 50_001)]]],
    [[[a], [box(100_000, 100_000, 200_000, 200_000)]], [[box(50_000, 50_000, 150_000, 150_000)]]],
    [[[box(0, 0, 1_000_000, 1)]], [[a, hole]]],
  ];
}

/** Stars of whole millimetres around places near one another, the same on every run. */
function randomPairs(count: number): [MultiPolygon, MultiPolygon][] {
  const noise = (seed: number) => Math.abs((Math.sin(seed * 127.1 + 11.7) * 43_758.5453) % 1);
  const star = (seed: number): Ring => {
    const corners = 3 + Math.floor(noise(seed) * 9);
    return Array.from({ length: corners }, (_, index): Point => {
      const angle = (2 * Math.PI * (index + 0.4 * noise(seed + index))) / corners;
      const radius = 150_000 * (0.3 + 0.7 * noise(seed + 31 * index));
      return [
        Math.round(100_000 * noise(seed + 7) + radius * Math.cos(angle)),
        Math.round(100_000 * noise(seed + 13) + radius * Math.sin(angle)),
      ];
    });
  };
  return Array.from({ length: count }, (_, index) => [[[star(index * 2 + 1)]], [[star(index * 2 + 2)]]]);
}
