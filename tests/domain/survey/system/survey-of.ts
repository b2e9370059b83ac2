import type { DeclaredSystem, Position, SurveyFile } from '../../../../domain/survey/survey-file.ts';

const silent: DeclaredSystem = { from: 'header', text: '', epsg: null, datum: null, bandDegrees: null, zone: null };

export const park = {
  epsg: 4548,
  originEast: 526_000,
  originNorth: 3_041_000,
  outlineBox: [5_000_000, 4_000_000, 9_000_000, 8_000_000],
} as const;

/** A file of one ring per list of positions. */
export function surveyOf(rings: readonly (readonly Position[])[], systems: readonly DeclaredSystem[] = []): SurveyFile {
  return {
    format: 'coordinate-table',
    encoding: 'utf-8',
    systems,
    layers: [
      {
        name: '',
        features: rings.map((ring, index) => ({
          at: { line: index + 1, record: index + 1 },
          code: null,
          name: null,
          shape: { type: 'area', polygons: [[ring]] },
          cornerNames: null,
          declaredArea: null,
          properties: {},
        })),
      },
    ],
    notes: [],
    about: [],
  };
}

export function said(parts: Partial<DeclaredSystem>): DeclaredSystem {
  return { ...silent, ...parts };
}
