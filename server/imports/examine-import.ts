import { newParcelRow, type MissingPlan } from '../../domain/parcel/new-parcel-row.ts';
import type { ParcelRow } from '../../domain/parcel/schema.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import { checkSurvey, type SurveyCheck } from '../../domain/survey/check/check-survey.ts';
import { applyRepairs } from '../../domain/survey/check/repair/apply-repairs.ts';
import { proposeImport } from '../../domain/survey/proposal/propose-import.ts';
import type { AddedParcel, ImportProposal } from '../../domain/survey/proposal/proposal.ts';
import { unsoundFeatures } from '../../domain/survey/proposal/unsound-features.ts';
import type { SurveyFeature, SurveyFile } from '../../domain/survey/survey-file.ts';
import { placeFile, type PlaceFault } from '../../domain/survey/system/place-file.ts';
import { suggestSystems, type SystemCandidate } from '../../domain/survey/system/suggest-systems.ts';
import type { Placing } from '../../domain/survey/system/make-placer.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import { readAnySurvey } from '../survey/read-any-survey.ts';
import { goThrough } from './go-through.ts';
import { contentOf, findImport, type ImportFile } from './imports.ts';
import type { ImportQuestion, Reading } from './question.ts';
import { readParkLand, type ParkLand } from './read-park-land.ts';

/** A feature of the file that is land, on the park's grid. */
export interface IncomingFeature {
  readonly layer: string;
  readonly feature: SurveyFeature;
  /** The code a person gave it, else that of the file. */
  readonly code: string | null;
  readonly polygons: MultiPolygon;
}

/** What a file would do to the park when it is placed as confirmed. Features are numbered as `features` lists them. */
export interface PlacedImport {
  readonly placing: Placing;
  readonly features: readonly IncomingFeature[];
  /** Records of the file that are lines, points, or nothing. */
  readonly otherRecords: number;
  readonly faults: readonly PlaceFault[];
  readonly check: SurveyCheck;
  readonly repaired: readonly { readonly feature: number; readonly twiceBefore: number; readonly twiceAfter: number }[];
  readonly proposal: ImportProposal;
  /** By feature: the row of a parcel that would come onto the map, or what the plan lacks for it. */
  readonly rows: ReadonlyMap<number, ParcelRow | { readonly missing: MissingPlan }>;
}

export interface ExaminedImport {
  readonly import: ImportFile;
  readonly file: SurveyFile;
  readonly candidates: readonly SystemCandidate[];
  /** Null as long as no system is confirmed. */
  readonly placed: PlacedImport | null;
}

/** Reads, places and checks a kept file and says what it would change. Nothing is stored. */
export async function examineImport(
  queries: Queries,
  memory: ParkMemory,
  id: string,
  question: ImportQuestion,
): Promise<ExaminedImport | Refusal> {
  const kept = await findImport(queries, memory.parkId, id);
  const content = kept && (await contentOf(queries, memory.parkId, id));
  if (!kept || !content) return refuse('import.unknown', 'import', { import: id });
  const { layers, ...reading } = question.reading;
  const read = await readAnySurvey(content, { name: kept.name, ...reading });
  if ('refusal' in read) {
    const { code, at, detail } = read.refusal;
    return refuse('import.unreadable', 'import', { why: code, line: at.line, record: at.record, ...detail });
  }
  const file = onlyLayers(read.file, layers);
  const land = await readParkLand(queries, memory, question.on);
  const candidates = suggestSystems(file, land.park);
  const { placing } = question;
  if (!placing) return { import: kept, file, candidates, placed: null };
  const placed = await placeImport(file, placing, { land, memory, question });
  return isRefusal(placed) ? placed : { import: kept, file, candidates, placed };
}

function onlyLayers(file: SurveyFile, layers: Reading['layers']): SurveyFile {
  if (layers === null) return file;
  return { ...file, layers: file.layers.filter(({ name }) => layers.includes(name)) };
}

interface Circumstances {
  readonly land: ParkLand;
  readonly memory: ParkMemory;
  readonly question: ImportQuestion;
}

async function placeImport(
  file: SurveyFile,
  placing: Placing,
  { land, memory, question }: Circumstances,
): Promise<PlacedImport | Refusal> {
  const placed = placeFile(file, placing, land.park);
  if ('refusal' in placed) return refuse('import.not-placed', 'placing', { why: placed.refusal, ...placed.detail });
  const areas = placed.features.flatMap(({ layer, feature, shape }): IncomingFeature[] =>
    shape?.type === 'area' ? [{ layer, feature, code: feature.code, polygons: shape.polygons }] : [],
  );
  const features = areas.map((one, index) => ({ ...one, code: question.codes[index] ?? one.code }));
  const { outline, parcels: existing } = land.park;
  const limits = { findingsPerCode: Infinity };
  const toCheck = features.map(({ feature, code, polygons }) => ({
    at: feature.at,
    code,
    declaredArea: feature.declaredArea,
    polygons,
  }));
  const options = { notes: file.notes, outline, existing: [], limits };
  const found = await goThrough(checkSurvey(toCheck, options));
  const repairs = question.repairs ? found.findings.flatMap(({ repair }) => repair ?? []) : [];
  const isRepaired = repairs.length > 0;
  const repaired = isRepaired ? applyRepairs(toCheck, repairs, { limits }) : { features: toCheck, changes: [] };
  const check = isRepaired ? await goThrough(checkSurvey(repaired.features, options)) : found;
  const unsound = unsoundFeatures(check.findings);
  const incoming = repaired.features.map(({ code, polygons }, feature) => ({
    feature,
    code,
    polygons,
    isUnsound: unsound.has(feature),
  }));
  const usedCodes = new Set(memory.facts.parcels.keys());
  for (const { code } of existing) usedCodes.delete(code);
  const proposal = await goThrough(proposeImport(existing, incoming, { scope: question.scope, usedCodes }));
  const mended = features.map((feature, index) => ({ ...feature, polygons: incoming[index]!.polygons }));
  return {
    placing,
    features: mended,
    otherRecords: placed.features.length - areas.length,
    faults: placed.faults,
    check,
    repaired: repaired.changes,
    proposal,
    rows: rowsOf(proposal, mended, land),
  };
}

function rowsOf({ entries }: ImportProposal, features: readonly IncomingFeature[], { parcels, plan }: ParkLand) {
  const byCode = new Map(parcels.map(({ fields, polygons }) => [fields.code, { fields, polygons }]));
  const added = entries.filter((entry): entry is AddedParcel => entry.kind === 'added');
  return new Map(
    added.map(({ feature, code, from }) => {
      const parents = from.flatMap((parent) => {
        const known = byCode.get(parent);
        if (!known) return [];
        const { twiceAreaSquareMillimetres: _, ...row } = known.fields;
        return [{ ...row, polygons: known.polygons }];
      });
      const { polygons } = features[feature]!;
      return [feature, newParcelRow({ code: code ?? '', polygons, from: parents }, plan)] as const;
    }),
  );
}
