import type { FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { ImportEntry, PlacedAnswer, SurveyFinding } from '../../../web/answers/import.ts';
import { drawIncoming, drawMarks } from '../../../web/state/import/draw-import.ts';

const square = (west: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 0],
    ],
  ],
});
const collection = (properties: readonly GeoJSON.GeoJsonProperties[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: properties.map((one, at) => ({ type: 'Feature', properties: one, geometry: square(at) })),
});
const change = (part: Pick<ImportEntry, 'id' | 'kind' | 'code' | 'feature'> & Partial<ImportEntry>) =>
  ({ lacks: null, faults: [], ...part }) as unknown as ImportEntry;
const placed = (entries: readonly ImportEntry[]) => ({ entries }) as unknown as PlacedAnswer;
const kinds = ({ features }: FeatureCollection) =>
  features.map(({ properties }) => [properties?.['code'], properties?.['kind']]);

describe('land of a file', () => {
  const land = collection([{ feature: 0 }, { feature: 1 }, { feature: 2 }, { feature: 3 }]);
  const parcels = collection([{ code: 'A-01' }, { code: 'A-02' }]);

  test('is plain until its place is confirmed', () => {
    expect(kinds(drawIncoming(land, null, parcels)).map(([, kind]) => kind)).toEqual([
      'plain',
      'plain',
      'plain',
      'plain',
    ]);
    expect(drawIncoming(null, null, parcels).features).toEqual([]);
  });

  test('is drawn by what it would change, with the parcels that would go', () => {
    const entries = [
      change({ id: 'code:A-02', kind: 'removed', code: 'A-02', feature: null }),
      change({ id: 'feature:1', kind: 'added', code: 'A-03', feature: 1 }),
      change({ id: 'code:A-01', kind: 'reshaped', code: 'A-01', feature: 2 }),
      change({ id: 'feature:3', kind: 'added', code: null, feature: 3, lacks: 'no-phase' }),
    ];
    expect(kinds(drawIncoming(land, placed(entries), parcels))).toEqual([
      ['feature:0', 'same'],
      ['feature:1', 'added'],
      ['code:A-01', 'reshaped'],
      ['feature:3', 'barred'],
      ['code:A-02', 'removed'],
    ]);
  });
});

describe('marks', () => {
  const finding = (part: Partial<SurveyFinding>): SurveyFinding => ({
    code: 'spike',
    severity: 'warning',
    feature: 0,
    featureCode: null,
    line: null,
    place: [117, 27],
    repair: null,
    words: { zh: '', en: '' },
    ...part,
  });
  const roles = ({ features }: FeatureCollection) => features.map(({ properties }) => properties?.['role'] as string);

  test('number the places a file may lie in as the list does; those in one place share a label', () => {
    const candidate = (outlineDegrees: number[][] | null) => ({ outlineDegrees }) as never;
    const box = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 2],
    ];
    const drawn = drawMarks({
      candidates: [
        { candidate: candidate(null), isChosen: false },
        { candidate: candidate(box), isChosen: true },
        { candidate: candidate(box.map(([x, y]) => [x! + 0.0005, y!])), isChosen: false },
        { candidate: candidate(box.map(([x, y]) => [x! + 3, y!])), isChosen: false },
      ],
      findings: [],
      finding: null,
      controls: [],
    });
    expect(roles(drawn)).toEqual([
      'candidate-chosen',
      'candidate',
      'candidate',
      'candidate-number',
      'candidate-number',
    ]);
    expect(drawn.features.slice(3)).toMatchObject([
      { properties: { number: '2 · 3' }, geometry: { coordinates: [0, 2] } },
      { properties: { number: '4' }, geometry: { coordinates: [3, 2] } },
    ]);
  });

  test('show the finding looked at with its repair, before and after', () => {
    const repair = {
      key: 'k',
      kind: 'move-corner',
      changeSquareMetres: 0,
      from: [1, 1],
      to: [2, 2],
      words: { zh: '', en: '' },
    };
    const chosen = finding({ repair });
    const drawn = drawMarks({
      candidates: [],
      findings: [finding({ place: null }), chosen, finding({})],
      finding: chosen,
      controls: [],
    });
    expect(roles(drawn)).toEqual(['finding-chosen', 'finding', 'repair', 'repair-from', 'repair-to']);
  });

  test('name control points', () => {
    const drawn = drawMarks({ candidates: [], findings: [], finding: null, controls: [{ name: '3', place: [1, 2] }] });
    expect(drawn.features[0]).toMatchObject({ properties: { role: 'control', number: '3' } });
  });
});
