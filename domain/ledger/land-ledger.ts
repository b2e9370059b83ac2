import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import { openEdges } from '../geometry/coverage.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { faultWindows } from './fault-windows.ts';
import { findFaults, type Faults } from './find-faults.ts';
import type { Region } from './find-overlaps.ts';
import { followParcels } from './follow-parcels.ts';
import { finding, perimeterMillimetres, type Finding } from './finding.ts';
import type { LandPart, LedgerInput } from './land-parts.ts';
import { balancedRow, bookedIn, measuredRow, type LedgerRow, type Territory } from './ledger-row.ts';
import type { Box } from './near-pairs.ts';
import { sharedWith } from './shared-area.ts';

export interface LandLedger {
  readonly planVersion: string;
  /** A row per phase, the whole plan version last. */
  readonly rows: readonly LedgerRow[];
  readonly findings: readonly Finding[];
  readonly checked: { readonly parts: number; readonly corners: number };
}

/**
 * The land ledger of a plan version: per phase and for the whole, outline = Σ parts − outside + entered − overlaps +
 * residual, in twice square millimetres of plane area, and every place where that is not simply outline = Σ parts.
 * Areas are exact integers while no edges cross; corners of findings where they do are rounded to a millimetre, and
 * what that moves stands in `rounding`. Where parcels were divided on an edge of other land, that land follows them.
 */
export function landLedger(input: LedgerInput): LandLedger {
  const drawn = surveyOf(input);
  if (drawn.isBalanced) return balancedLedger(drawn);
  const following = followParcels(input);
  const followed = following === input ? drawn : surveyOf(following);
  return followed.isBalanced ? balancedLedger(followed) : measuredLedger(followed);
}

interface Survey extends LedgerInput {
  readonly territories: readonly Territory[];
  readonly windows: readonly Box[];
  /** Proved: the parts cover every territory they are booked in once. */
  readonly isBalanced: boolean;
}

function surveyOf(input: LedgerInput): Survey {
  const { outline, phases, parts } = input;
  const territories = [...phases.map(({ code, polygons }) => territory(code, polygons)), territory(null, outline)];
  const windows = faultWindows(boundariesOf(parts), outline);
  const isProved = (one: Territory) =>
    one.phase === null || openEdges(boundariesOf(bookedIn(parts, one)), one.polygons).length === 0;
  return { ...input, territories, windows, isBalanced: windows.length === 0 && territories.every(isProved) };
}

function balancedLedger({ planVersion, territories, parts }: Survey): LandLedger {
  const rows = territories.map((one) => balancedRow(one, bookedIn(parts, one)));
  return { planVersion, rows, findings: [], checked: checkedIn(parts) };
}

function measuredLedger({ planVersion, outline, phases, parts, territories, windows }: Survey): LandLedger {
  const byPhase = territories.filter(({ phase }) => phase !== null);
  const found = findFaults(outline, byPhase, parts, windows);
  const rows = territories.map((one) => measuredRow(one, parts, found));
  return { planVersion, rows, findings: describe(planVersion, phases, parts, found), checked: checkedIn(parts) };
}

function checkedIn(parts: readonly LandPart[]): LandLedger['checked'] {
  return { parts: parts.length, corners: parts.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0) };
}

function territory(phase: string | null, polygons: MultiPolygon): Territory {
  return { phase, polygons, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
}

function boundariesOf(parts: readonly LandPart[]): MultiPolygon[] {
  return parts.map(({ polygons }) => polygons);
}

function describe(
  planVersion: string,
  phases: LedgerInput['phases'],
  parts: readonly LandPart[],
  { overlaps, residuals, outside, astray }: Faults,
): Finding[] {
  const phasesOf = phasesAround(phases);
  const tell = (kind: Finding['kind'], regions: readonly Region[], partsOf: (index: number) => readonly LandPart[]) =>
    regions.map((region, index) =>
      finding({ kind, planVersion, parts: partsOf(index), ...region }, { phases: phasesOf(region), parts }),
    );
  return [
    ...tell('overlap', overlaps, (index) => overlaps[index]!.parts),
    ...tell('residual', residuals, () => []),
    ...tell('outside', outside, (index) => [outside[index]!.part]),
    ...tell('astray', astray, (index) => [astray[index]!.part]),
  ].sort((a, b) => b.twiceAreaSquareMillimetres - a.twiceAreaSquareMillimetres);
}

/** The phases a region lies in; what reaches into one only by the rounding of its corners does not count. */
function phasesAround(phases: LedgerInput['phases']): (region: Region) => string[] {
  const measures = phases.map(({ code, polygons }) => ({ code, shared: sharedWith(polygons) }));
  return ({ polygons }) => {
    const drawn = { polygons, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
    const shares = measures.map(({ code, shared }) => ({ code, area: shared(drawn) }));
    const largest = Math.max(...shares.map(({ area }) => area));
    const strip = 2 * perimeterMillimetres(polygons);
    return shares.filter(({ area }) => area > 0 && (area > strip || area === largest)).map(({ code }) => code);
  };
}
