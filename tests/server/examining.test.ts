import { expect, test } from 'vitest';
import type { Point, Ring } from '../../domain/geometry/shapes.ts';
import { Examining } from '../../server/imports/examining.ts';
import type { ImportFile } from '../../server/imports/imports.ts';
import { importQuestionSchema, type ImportQuestion } from '../../server/imports/question.ts';
import { surveyLimits } from '../../server/survey/limits.ts';
import { readBytes } from '../../server/survey/read-bytes.ts';

const [originEast, originNorth] = [530_000, 3_044_000];

/*
 *  40 +------+------+
 *     | N-01 | N-02 |    the corner of N-01 at 30/0 is there twice
 *   0 +------+------+
 *     0      30     60   metres from the origin
 */
const square = (west: number, east: number): Ring => [
  [west, 0],
  [east, 0],
  [east, 0],
  [east, 40],
  [west, 40],
];
const content = new TextEncoder().encode(
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4548' } },
    features: [feature('N-01', square(0, 30)), feature('N-02', square(30, 60).slice(1))],
  }),
);
const kept: ImportFile = { id: 'i', name: 'x.geojson', bytes: 1, sha256: '', addedBy: '', addedAt: '' };
const placing = { system: 4548 };
const asked = (more: object) => importQuestionSchema.parse({ placing, on: '2007-12-01', ...more });

test('a file is checked again only when its codes change, and every answer is as if nothing was asked before', async () => {
  const examining = await open();
  const questions: [ImportQuestion, boolean][] = [
    [asked({}), true],
    [asked({ scope: 'whole' }), false],
    [asked({ repairs: true }), false],
    [asked({}), false],
    [asked({ codes: { 0: 'N-02' } }), true],
    [asked({ codes: { 0: 'N-02' }, repairs: true }), false],
    [asked({}), true],
  ];
  for (const [question, isChecked] of questions) {
    const { stages, json } = ask(examining, question);
    expect(stages.includes('placing')).toBe(isChecked);
    expect(json).toEqual(ask(await open(), question).json);
  }
});

test('a file is checked again once the land of the park changed', async () => {
  const examining = await open();
  expect(ask(examining, asked({})).stages).toContain('placing');
  examining.takeLand({ ...head, park: { ...head.park, outline: [[box(0, 0, 40, 40)]] } });
  const { stages, json } = ask(examining, asked({}));
  expect(stages).toContain('placing');
  expect(json).toMatchObject({ placed: { counts: { 'outside-outline': 1 } } });
});

const head: Parameters<Examining['takeLand']>[0] = {
  park: {
    code: 'p',
    epsg: 4548,
    originEast,
    originNorth,
    outline: [[box(-100, -100, 100, 100)]],
    outlineBox: [-100_000, -100_000, 100_000, 100_000],
  },
  plan: {
    planVersion: 'v1',
    phases: [{ code: '1', polygons: [[box(-100, -100, 100, 100)]] }],
    zones: [],
    roads: [],
  },
  usedCodes: [],
};

async function open(): Promise<Examining> {
  const options = { name: kept.name, encoding: null, member: null, as: null };
  const examining = new Examining(await readBytes(content, options, surveyLimits));
  examining.takeLand(head);
  return examining;
}

function ask(examining: Examining, question: ImportQuestion) {
  const of = { holders: new Map(), gates: new Map() };
  const steps = examining.answer({ kind: 'examine', question, import: kept, of }, () => undefined);
  const stages: string[] = [];
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      stages.push(step.value.stage);
      continue;
    }
    if (step.value.kind !== 'json') throw new Error(JSON.stringify(step.value));
    return { stages, json: JSON.parse(new TextDecoder().decode(step.value.bytes)) as unknown };
  }
}

function box(west: number, south: number, east: number, north: number): Point[] {
  const metres = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return metres.map(([x, y]): Point => [x * 1000, y * 1000]);
}

function feature(code: string, ring: Ring) {
  const corners = [...ring, ring[0]!].map(([x, y]) => [originEast + x, originNorth + y]);
  return { type: 'Feature', properties: { 地块编号: code }, geometry: { type: 'Polygon', coordinates: [corners] } };
}
