import { toGeoJson } from '../../domain/geometry/from-geojson.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { parkGrid, type GridDefinition, type ParkGrid } from '../../domain/geometry/grid.ts';
import type { Point } from '../../domain/geometry/shapes.ts';
import type { SurveyFinding } from '../../domain/survey/check/finding.ts';
import { spreadFindings } from '../../domain/survey/check/spread-findings.ts';
import type { Repair } from '../../domain/survey/check/repair/repair.ts';
import { repairKey, tellRepair } from '../../domain/survey/check/repair/tell-repair.ts';
import type { SurveyFile, SurveyLayer } from '../../domain/survey/survey-file.ts';
import type { SystemCandidate } from '../../domain/survey/system/suggest-systems.ts';
import type { ExaminationAnswer } from './answers.ts';
import type { Recorded } from './examine-messages.ts';
import type { ImportFile } from './imports.ts';
import type { PlacedImport } from './place-import.ts';
import type { ImportQuestion } from './question.ts';
import { tellEntry } from './tell-entry.ts';
import { inBoth } from './in-both.ts';

interface ExaminedImport {
  readonly import: ImportFile;
  readonly file: SurveyFile;
  readonly candidates: readonly SystemCandidate[];
  /** Null as long as no system is confirmed. */
  readonly placed: PlacedImport | null;
}

type ToldPlaced = NonNullable<ExaminationAnswer['placed']>;

const mostTold = 1000;

/** What was found in a file, and what it would change on the day asked for. */
export function tellExamination(
  { file, candidates, placed, ...examined }: ExaminedImport,
  park: GridDefinition,
  { reading }: ImportQuestion,
  of: Recorded,
): ExaminationAnswer {
  return {
    import: examined.import,
    format: file.format,
    encoding: file.encoding,
    layers: file.layers.map((layer) => tellLayer(layer, reading.layers)),
    notes: file.notes.slice(0, mostTold).map(({ code, severity, at, detail: numbers }) => ({
      code,
      severity,
      line: at.line,
      words: inBoth(code, { ...at, ...numbers }),
    })),
    candidates: candidates.map(({ reasons, warnings, outlineDegrees, ...candidate }) => ({
      ...candidate,
      isBlocked: warnings.some(({ isBlocking }) => isBlocking),
      outlineDegrees: outlineDegrees?.map((place) => [...place]) ?? null,
      reasons: reasons.map((reason) => inBoth(reason.code, reason.detail)),
      warnings: warnings.map((warning) => inBoth(warning.code, warning.detail)),
    })),
    placed: placed && tellPlaced(placed, parkGrid(park), of),
  };
}

function tellLayer({ name, features }: SurveyLayer, chosen: readonly string[] | null) {
  const counts = { area: 0, line: 0, points: 0 };
  for (const { shape } of features) if (shape) counts[shape.type] += 1;
  return {
    name,
    features: features.length,
    areas: counts.area,
    lines: counts.line,
    points: counts.points,
    isChosen: chosen === null || chosen.includes(name),
  };
}

function tellPlaced(placed: PlacedImport, grid: ParkGrid, of: Recorded): ToldPlaced {
  const { features, check, repaired, proposal } = placed;
  const same = proposal.entries.filter((entry) => entry.kind === 'same');
  const others = proposal.entries.filter((entry) => entry.kind !== 'same');
  return {
    features: features.length,
    otherRecords: placed.otherRecords,
    faults: placed.faults.slice(0, mostTold).map(({ code, at, corner }) => ({ code, line: at.line, corner })),
    findings: spreadFindings(check.findings, mostTold).map((finding) => tellFinding(finding, features, grid)),
    counts: { ...check.counts },
    repaired: repaired.changes.map(({ feature, twiceBefore, twiceAfter }) => ({
      feature: features[feature]!.number,
      beforeSquareMetres: squareMetres(twiceBefore),
      afterSquareMetres: squareMetres(twiceAfter),
    })),
    taken: repaired.applied.map((repair) => {
      const { number, code: featureCode } = features[repair.feature]!;
      const { code, detail: numbers } = tellRepair(repair);
      const key = repairKey(repair, number);
      return { key, kind: repair.kind, feature: number, featureCode, words: inBoth(code, numbers) };
    }),
    same: {
      parcels: same.length,
      squareMetres: squareMetres(same.reduce((sum, { twiceSquareMillimetres }) => sum + twiceSquareMillimetres, 0)),
    },
    entries: others.map((entry) => tellEntry(entry, placed, of)),
  };
}

function tellFinding(
  { code, severity, feature, featureCode, at, place, repair, detail: numbers, other }: SurveyFinding,
  features: PlacedImport['features'],
  grid: ParkGrid,
): ToldPlaced['findings'][number] {
  const { number } = features[feature]!;
  const neighbour = other === null ? null : features[other]!;
  const name = neighbour && { other: neighbour.code ?? `#${neighbour.number + 1}` };
  return {
    code,
    severity,
    feature: number,
    featureCode,
    line: at.line,
    place: inDegrees(place, grid),
    repair: repair && offeredRepair(repair, number, place, grid),
    words: inBoth(code, { ...numbers, ...name }),
  };
}

function offeredRepair(repair: Repair, feature: number, place: Point | null, grid: ParkGrid) {
  const { from, to, changeSquareMetres, code, detail: numbers } = tellRepair(repair);
  return {
    key: repairKey(repair, feature),
    kind: repair.kind,
    changeSquareMetres,
    from: inDegrees(from ?? (to ? null : place), grid),
    to: inDegrees(to, grid),
    words: inBoth(code, numbers),
  };
}

function inDegrees(place: Point | null, grid: ParkGrid): [number, number] | null {
  return place && [...grid.toDegrees(place)];
}

/** The land of a placed file in degrees, to be drawn over the map. */
export function drawnLand({ features }: PlacedImport, park: GridDefinition) {
  const grid = parkGrid(park);
  return {
    type: 'FeatureCollection' as const,
    features: features.map(({ number, code, layer, polygons }) => ({
      type: 'Feature' as const,
      properties: { feature: number, code, layer },
      geometry: toGeoJson({ type: 'Area', polygons }, grid),
    })),
  };
}
