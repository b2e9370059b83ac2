import { newParcelRow, preparePlan, type MissingPlan } from '../../domain/parcel/new-parcel-row.ts';
import type { ParcelRow } from '../../domain/parcel/schema.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import { checkSurvey, type SurveyCheck } from '../../domain/survey/check/check-survey.ts';
import type { PlacedFeature } from '../../domain/survey/check/finding.ts';
import { repairInRounds, type RepairedSurvey } from '../../domain/survey/check/repair/repair-in-rounds.ts';
import { repairKey } from '../../domain/survey/check/repair/tell-repair.ts';
import { importStages, proposeImport, type ImportProgress } from '../../domain/survey/proposal/propose-import.ts';
import type { ImportProposal, ProposalEntry } from '../../domain/survey/proposal/proposal.ts';
import { unsoundFeatures } from '../../domain/survey/proposal/unsound-features.ts';
import type { SurveyFeature, SurveyFile } from '../../domain/survey/survey-file.ts';
import { placeFile, type PlaceFault } from '../../domain/survey/system/place-file.ts';
import { shiftedMapOf } from '../../domain/survey/system/shifted-map.ts';
import type { Placing } from '../../domain/survey/system/make-placer.ts';
import type { ExaminationProgress } from './examination-progress.ts';
import type { ImportQuestion } from './question.ts';
import type { ParkLand } from './read-park-land.ts';

const limits = { findingsPerCode: Infinity };

/** A feature of the file that is land, on the park's grid. */
export interface IncomingFeature {
  /** Among all land of the file, whichever layers are chosen. */
  readonly number: number;
  readonly layer: string;
  readonly feature: SurveyFeature;
  /** The code a person gave it, else that of the file. */
  readonly code: string | null;
  readonly polygons: MultiPolygon;
}

/** What a file would do to the park when it is placed as confirmed. */
export interface PlacedImport {
  readonly features: readonly IncomingFeature[];
  /** Records of the file that are lines, points, or nothing. */
  readonly otherRecords: number;
  readonly faults: readonly PlaceFault[];
  /** Of findings the feature is an index into `features`. */
  readonly check: SurveyCheck;
  /** Of repairs and changes too. */
  readonly repaired: Pick<RepairedSurvey, 'applied' | 'changes'>;
  /** Of entries the feature is its number. */
  readonly proposal: ImportProposal;
  /** By the feature's number: the row of a parcel that would come onto the map, or what the plan lacks for it. */
  readonly rows: ReadonlyMap<number, ParcelRow | { readonly missing: MissingPlan }>;
}

type Numbers = ReadonlyMap<SurveyFeature, number>;

/** A file on the park's grid as it came, with what the check found of it; no repair and no scope bears on that. */
export interface CheckedImport {
  readonly notes: SurveyFile['notes'];
  readonly features: readonly IncomingFeature[];
  readonly otherRecords: number;
  readonly faults: readonly PlaceFault[];
  readonly found: { readonly features: readonly PlacedFeature[]; readonly check: SurveyCheck };
}

/** The number of every feature that is land, by its order in the file. */
export function numbersOf({ layers }: SurveyFile): Numbers {
  const areas = layers.flatMap(({ features }) => features.filter(({ shape }) => shape?.type === 'area'));
  return new Map(areas.map((feature, number) => [feature, number]));
}

/** Places a file as confirmed and checks it. */
export function* checkImport(
  file: SurveyFile,
  numbers: Numbers,
  { placing, codes }: Pick<ImportQuestion, 'codes'> & { readonly placing: Placing },
  { park }: ParkLand,
): Generator<ExaminationProgress, CheckedImport | Refusal> {
  yield { stage: 'placing', done: 0, total: numbers.size };
  const placed = placeFile(file, placing, park);
  if ('refusal' in placed) return refuse('import.not-placed', 'placing', { why: placed.refusal, ...placed.detail });
  const features = placed.features.flatMap(({ layer, feature, shape }): IncomingFeature[] => {
    if (shape?.type !== 'area') return [];
    const number = numbers.get(feature) ?? -1;
    return [{ number, layer, feature, code: codes[number] ?? feature.code, polygons: shape.polygons }];
  });
  const shifted = shiftedMapOf(features, park);
  if (shifted) return refuse('import.not-placed', 'placing', { why: shifted.code, ...shifted.detail });
  const toCheck = features.map(({ feature, code, polygons }) => {
    return { at: feature.at, code, declaredArea: feature.declaredArea, polygons };
  });
  const { notes } = file;
  const check = yield* checkSurvey(toCheck, { notes, outline: park.outline, existing: [], limits });
  const otherRecords = placed.features.length - features.length;
  return { notes, features, otherRecords, faults: placed.faults, found: { features: toCheck, check } };
}

/** Mends what is asked for of a checked file and says what it would change. */
export function* placeImport(
  { notes, features, found, otherRecords, faults }: CheckedImport,
  { repairs, scope }: Pick<ImportQuestion, 'repairs' | 'scope'>,
  land: ParkLand,
): Generator<ExaminationProgress, PlacedImport> {
  const { outline } = land.park;
  const check = (some: readonly PlacedFeature[]) => checkSurvey(some, { notes, outline, existing: [], limits });
  const keys = new Set(typeof repairs === 'boolean' ? [] : repairs);
  const isAsked = (repair: Parameters<typeof repairKey>[0]) =>
    repairs === true || keys.has(repairKey(repair, features[repair.feature]!.number));
  const isAny = repairs === true || keys.size > 0;
  const repaired = isAny
    ? yield* repairInRounds(found, isAsked, check, limits)
    : { ...found, applied: [], changes: [] };
  const unsound = unsoundFeatures(repaired.check.findings);
  const mended = features.map((feature, index) => ({ ...feature, polygons: repaired.features[index]!.polygons }));
  const incoming = mended.map(({ number, code, polygons }, index) => {
    return { feature: number, code, polygons, isUnsound: unsound.has(index) };
  });
  const proposal = yield* comparing(proposeImport(land.park.parcels, incoming, { scope, usedCodes: land.usedCodes }));
  const rows = yield* rowsOf(proposal.entries, new Map(mended.map((feature) => [feature.number, feature])), land);
  return { features: mended, otherRecords, faults, check: repaired.check, repaired, proposal, rows };
}

function* comparing(steps: Generator<ImportProgress, ImportProposal>): Generator<ExaminationProgress, ImportProposal> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { stage, done, total } = step.value;
    yield { stage: 'comparing', done: importStages.indexOf(stage) * total + done, total: importStages.length * total };
  }
}

const rowsPerStep = 500;

function* rowsOf(
  entries: readonly ProposalEntry[],
  features: ReadonlyMap<number, IncomingFeature>,
  { parcels, plan }: ParkLand,
): Generator<ExaminationProgress, PlacedImport['rows']> {
  const byCode = new Map(parcels.map(({ fields, polygons }) => [fields.code, { fields, polygons }]));
  const prepared = preparePlan(plan);
  const rows = new Map<number, ParcelRow | { readonly missing: MissingPlan }>();
  for (const [index, entry] of entries.entries()) {
    if (index % rowsPerStep === 0) yield { stage: 'comparing', done: index, total: entries.length };
    if (entry.kind !== 'added') continue;
    const { feature, code, from } = entry;
    const parents = from.flatMap((parent) => {
      const known = byCode.get(parent);
      if (!known) return [];
      const { twiceAreaSquareMillimetres: _, ...row } = known.fields;
      return [{ ...row, polygons: known.polygons }];
    });
    const { polygons } = features.get(feature)!;
    rows.set(feature, newParcelRow({ code: code ?? '', polygons, from: parents }, prepared));
  }
  return rows;
}
