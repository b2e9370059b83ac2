import { z } from '@hono/zod-openapi';
import { toGeoJson } from '../../domain/geometry/from-geojson.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { parkGrid } from '../../domain/geometry/grid.ts';
import { liveClaim } from '../../domain/project/live-claim.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import type { ProposalEntry } from '../../domain/survey/proposal/proposal.ts';
import type { SurveyFinding } from '../../domain/survey/check/finding.ts';
import { tell } from '../../domain/survey/words/tell.ts';
import type { ExaminedImport, PlacedImport } from './examine-import.ts';
import type { ImportQuestion } from './question.ts';

export const importFileSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    addedBy: z.string(),
    addedAt: z.string(),
  })
  .meta({ id: 'ImportFile' });

const both = z.object({ zh: z.string(), en: z.string() });

export const examinationAnswer = z.object({
  import: importFileSchema,
  format: z.string(),
  encoding: z.string().nullable(),
  layers: z.array(z.object({ name: z.string(), features: z.number().int() })),
  notes: z.array(z.object({ code: z.string(), severity: z.string(), line: z.number().nullable(), words: both })),
  candidates: z.array(
    z.object({
      system: z.union([z.number(), z.literal('local')]),
      isSwapped: z.boolean(),
      droppedPrefix: z.number().nullable(),
      needsShift: z.boolean(),
      isCertain: z.boolean(),
      distanceMetres: z.number().nullable(),
      outlineDegrees: z.array(z.array(z.number())).nullable(),
      reasons: z.array(both),
      warnings: z.array(both),
    }),
  ),
  placed: z
    .object({
      features: z.number().int(),
      otherRecords: z.number().int(),
      faults: z.array(z.object({ code: z.string(), line: z.number().nullable(), corner: z.number() })),
      findings: z.array(
        z.object({
          code: z.string(),
          severity: z.string(),
          feature: z.number().int(),
          featureCode: z.string().nullable(),
          line: z.number().nullable(),
          place: z.array(z.number()).nullable().meta({ description: 'Longitude, latitude' }),
          isRepairable: z.boolean(),
          words: both,
        }),
      ),
      counts: z.record(z.string(), z.number()),
      repaired: z.array(
        z.object({ feature: z.number().int(), beforeSquareMetres: z.number(), afterSquareMetres: z.number() }),
      ),
      entries: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['same', 'reshaped', 'added', 'removed']),
          code: z.string().nullable(),
          fileCode: z.string().nullable(),
          feature: z.number().int().nullable(),
          beforeSquareMetres: z.number().nullable(),
          afterSquareMetres: z.number().nullable(),
          movedMillimetres: z.number().nullable(),
          isRoundingOnly: z.boolean(),
          from: z.array(z.string()),
          needs: z.array(z.string()),
          project: z.string().nullable().meta({ description: 'Who holds the parcel on that day' }),
          lacks: z.string().nullable().meta({ description: 'What the plan lacks for a new parcel' }),
          faults: z.array(z.object({ code: z.string(), bars: z.string(), others: z.array(z.string()), words: both })),
        }),
      ),
    })
    .nullable(),
});
export type ExaminationAnswer = z.infer<typeof examinationAnswer>;

const mostTold = 1000;

/** What was found in a file, and what it would change on the day asked for. */
export function tellExamination(
  { file, candidates, placed, ...examined }: ExaminedImport,
  facts: ParkFacts,
  { on }: ImportQuestion,
): ExaminationAnswer {
  return {
    import: examined.import,
    format: file.format,
    encoding: file.encoding,
    layers: file.layers.map(({ name, features }) => ({ name, features: features.length })),
    notes: file.notes.slice(0, mostTold).map(({ code, severity, at, detail: numbers }) => ({
      code,
      severity,
      line: at.line,
      words: inBoth(code, { ...at, ...numbers }),
    })),
    candidates: candidates.map(({ reasons, warnings, outlineDegrees, ...candidate }) => ({
      ...candidate,
      outlineDegrees: outlineDegrees?.map((place) => [...place]) ?? null,
      reasons: reasons.map((reason) => inBoth(reason.code, reason.detail)),
      warnings: warnings.map((warning) => inBoth(warning.code, warning.detail)),
    })),
    placed: placed && tellPlaced(placed, facts, on),
  };
}

function tellPlaced(placed: PlacedImport, facts: ParkFacts, on: string): NonNullable<ExaminationAnswer['placed']> {
  const grid = parkGrid(facts.park);
  const tellFinding = ({
    code,
    severity,
    feature,
    featureCode,
    at,
    place,
    repair,
    detail: numbers,
  }: SurveyFinding) => ({
    code,
    severity,
    feature,
    featureCode,
    line: at.line,
    place: place && [...grid.toDegrees(place)],
    isRepairable: repair !== null,
    words: inBoth(code, numbers),
  });
  return {
    features: placed.features.length,
    otherRecords: placed.otherRecords,
    faults: placed.faults.slice(0, mostTold).map(({ code, at, corner }) => ({ code, line: at.line, corner })),
    findings: placed.check.findings.slice(0, mostTold).map(tellFinding),
    counts: { ...placed.check.counts },
    repaired: placed.repaired.map(({ feature, twiceBefore, twiceAfter }) => ({
      feature,
      beforeSquareMetres: squareMetres(twiceBefore),
      afterSquareMetres: squareMetres(twiceAfter),
    })),
    entries: placed.proposal.entries.map((entry) => tellEntry(entry, placed, facts, on)),
  };
}

function tellEntry(
  entry: ProposalEntry,
  { rows }: PlacedImport,
  facts: ParkFacts,
  on: string,
): NonNullable<ExaminationAnswer['placed']>['entries'][number] {
  const row = entry.kind === 'added' ? rows.get(entry.feature) : undefined;
  const claim = entry.code === null ? null : liveClaim(facts, entry.code, { on, knownOn: on });
  const isFound = entry.kind === 'same' || entry.kind === 'reshaped';
  return {
    id: entry.id,
    kind: entry.kind,
    code: entry.code,
    fileCode: isFound ? entry.fileCode : null,
    feature: entry.kind === 'removed' ? null : entry.feature,
    ...areasOf(entry),
    movedMillimetres: entry.kind === 'reshaped' ? entry.movedMillimetres : null,
    isRoundingOnly: entry.kind === 'reshaped' && entry.isRoundingOnly,
    from: entry.kind === 'added' || entry.kind === 'reshaped' ? [...entry.from] : [],
    needs: [...entry.needs],
    project: claim?.project ?? null,
    lacks: row && 'missing' in row ? row.missing : null,
    faults: entry.faults.map(({ code, bars, others, detail: numbers }) => ({
      code,
      bars,
      others: [...others],
      words: inBoth(code, numbers),
    })),
  };
}

function areasOf(entry: ProposalEntry) {
  const before =
    entry.kind === 'same'
      ? entry.twiceSquareMillimetres
      : entry.kind === 'added'
        ? null
        : entry.beforeTwiceSquareMillimetres;
  const after =
    entry.kind === 'same'
      ? entry.twiceSquareMillimetres
      : entry.kind === 'removed'
        ? null
        : entry.afterTwiceSquareMillimetres;
  const metres = (twice: number | null) => (twice === null ? null : squareMetres(twice));
  return { beforeSquareMetres: metres(before), afterSquareMetres: metres(after) };
}

/** The land of a placed file in degrees, to be drawn over the map. */
export function drawnLand({ features }: PlacedImport, facts: ParkFacts) {
  const grid = parkGrid(facts.park);
  return {
    type: 'FeatureCollection' as const,
    features: features.map(({ code, layer, polygons }, feature) => ({
      type: 'Feature' as const,
      properties: { feature, code, layer },
      geometry: toGeoJson({ type: 'Area', polygons }, grid),
    })),
  };
}

function inBoth(code: string, numbers: Readonly<Record<string, string | number | null>>): z.infer<typeof both> {
  return { zh: tell(code, numbers, 'zh'), en: tell(code, numbers, 'en') };
}
