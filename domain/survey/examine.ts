import { parkGrid, type GridDefinition } from '../geometry/grid.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import type { ExistingParcel } from './check/between/park-land.ts';
import { checkSurvey, type CheckProgress, type SurveyCheck } from './check/check-survey.ts';
import type { PlacedFeature as CheckedFeature } from './check/finding.ts';
import { summarise, type FeatureSummary } from './summarise.ts';
import type { SurveyFile } from './survey-file.ts';
import type { Placing, PlacingRefusal } from './system/make-placer.ts';
import { placeFile, type PlaceFault } from './system/place-file.ts';
import type { BoxMillimetres } from './system/locate-box.ts';

/** A park as a survey meets it: its grid, its outline and the parcels that are there, in millimetres from its origin. */
export interface SurveyedPark extends GridDefinition {
  readonly code: string;
  readonly outline: MultiPolygon;
  readonly outlineBox: BoxMillimetres;
  readonly parcels: readonly ExistingParcel[];
}

export interface Examination {
  readonly features: readonly FeatureSummary[];
  /** Of findings the feature is an index into `features`. */
  readonly check: SurveyCheck;
  /** Records whose numbers have no place in the confirmed system. */
  readonly faults: readonly PlaceFault[];
}

/**
 * Places a file as a person has confirmed it and says of every record what it holds and what is wrong with it. Yields
 * as `checkSurvey` does. A refusal when the file may not be placed like that.
 */
export function* examine(
  file: SurveyFile,
  placing: Placing,
  park: SurveyedPark,
): Generator<CheckProgress, Examination | PlacingRefusal> {
  const placed = placeFile(file, placing, park);
  if ('refusal' in placed) return placed;
  const grid = parkGrid(park);
  const land: CheckedFeature[] = [];
  const indexes: number[] = [];
  for (const [index, { feature, shape }] of placed.features.entries()) {
    if (shape !== null && shape.type !== 'area') continue;
    const { at, code, declaredArea } = feature;
    land.push({ at, code, declaredArea, polygons: shape?.polygons ?? [] });
    indexes.push(index);
  }
  const { outline, parcels } = park;
  const check = yield* checkSurvey(land, { notes: file.notes, outline, existing: parcels });
  const inFile = (index: number) => indexes[index] ?? index;
  const findings = check.findings.map((finding) => ({
    ...finding,
    feature: inFile(finding.feature),
    other: finding.other === null ? null : inFile(finding.other),
  }));
  return {
    features: placed.features.map((feature) => summarise(feature, grid)),
    check: { ...check, findings },
    faults: placed.faults,
  };
}
