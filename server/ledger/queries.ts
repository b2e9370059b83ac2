import { squareMetres } from '../../domain/geometry/area.ts';
import { toGeoJson } from '../../domain/geometry/from-geojson.ts';
import { parkGrid, type ParkGrid } from '../../domain/geometry/grid.ts';
import { usualTolerance } from '../../domain/ledger/compare-registered.ts';
import { sliverMillimetres, type Finding } from '../../domain/ledger/finding.ts';
import { landLedger } from '../../domain/ledger/land-ledger.ts';
import { landParts, ledgerColumns, type Placed } from '../../domain/ledger/land-parts.ts';
import { landShares, type Share } from '../../domain/ledger/land-shares.ts';
import type { LedgerRow } from '../../domain/ledger/ledger-row.ts';
import { measureParcels, totalsOf, type MeasuredParcel } from '../../domain/ledger/measure-parcels.ts';
import type { Park, PlanVersion } from '../../domain/park/schema.ts';
import type { LedgerAnswer } from './answers.ts';
import type { Boundaries } from './read-boundaries.ts';

/** The ledger of a plan version, computed from its boundaries. */
export function ledgerOf(park: Park, version: Placed<PlanVersion>, boundaries: Boundaries): LedgerAnswer {
  const grid = parkGrid(park);
  const { code } = version.fields;
  const parts = landParts({ version: version.fields, zones: boundaries.zones, parcels: boundaries.parcels });
  const phases = boundaries.phases.map(named).filter((phase) => parts.some((part) => part.phase === phase.code));
  const ledger = landLedger({ planVersion: code, outline: version.polygons, phases, parts });
  const ofPlan = boundaries.parcels.filter(({ fields }) => fields.planVersion === code);
  const zones = boundaries.zones.filter(({ fields }) => fields.planVersion === code).map(named);
  const inPhases = landShares(ofPlan.map(named), phases);
  const inZones = landShares(ofPlan.map(named), zones);
  const measured = measureParcels(ofPlan, grid);
  const totals = totalsOf(measured);
  const { registered } = totals;
  return {
    planVersion: code,
    epsg: park.epsg,
    rows: ledger.rows.map(rowAnswer),
    checked: ledger.checked,
    sliverMillimetres,
    findings: { type: 'FeatureCollection', features: ledger.findings.map((finding) => feature(finding, grid)) },
    tolerance: usualTolerance,
    parcels: measured.map((parcel) => ({
      ...parcelAnswer(parcel),
      inPhases: sharesAnswer(inPhases.get(parcel.code)),
      inZones: sharesAnswer(inZones.get(parcel.code)),
    })),
    totals: {
      count: totals.count,
      planeSquareMetres: squareMetres(totals.plane.twiceSquareMillimetres),
      ellipsoidSquareMetres: squareMetres(totals.ellipsoid.twiceSquareMillimetres),
      registered: {
        count: registered.count,
        registeredSquareMetres: squareMetres(registered.area.twiceSquareMillimetres),
        planeSquareMetres: squareMetres(registered.plane.twiceSquareMillimetres),
      },
    },
  };
}

function named<Fields extends { readonly code: string }>({ fields, polygons }: Placed<Fields>) {
  return { code: fields.code, polygons };
}

function rowAnswer(row: LedgerRow): LedgerAnswer['rows'][number] {
  const columns = {} as LedgerAnswer['rows'][number]['columns'];
  for (const column of ledgerColumns) {
    const { twiceArea, count } = row.columns[column];
    columns[column] = { squareMetres: squareMetres(twiceArea), count };
  }
  return {
    phase: row.phase,
    outlineSquareMetres: squareMetres(row.outline),
    columns,
    outsideSquareMetres: squareMetres(row.outside),
    enteredSquareMetres: squareMetres(row.entered),
    overlapsSquareMetres: squareMetres(row.overlaps),
    residualSquareMetres: squareMetres(row.residual),
    roundingSquareMetres: squareMetres(row.rounding),
  };
}

type Feature = LedgerAnswer['findings']['features'][number];

function feature(finding: Finding, grid: ParkGrid): Feature {
  const { id, polygons, twiceAreaSquareMillimetres, ...properties } = finding;
  const geometry = toGeoJson({ type: 'Area', polygons }, grid) as Feature['geometry'];
  const told = { code: id, ...properties, squareMetres: squareMetres(twiceAreaSquareMillimetres) };
  return { type: 'Feature', id, geometry, properties: told as Feature['properties'] };
}

function parcelAnswer({ code, phase, plane, ellipsoid, register }: MeasuredParcel) {
  return {
    code,
    phase,
    planeSquareMetres: squareMetres(plane.twiceSquareMillimetres),
    ellipsoidSquareMetres: squareMetres(ellipsoid.twiceSquareMillimetres),
    registeredSquareMetres: register && squareMetres(register.area.twiceSquareMillimetres),
    difference: register?.difference ?? null,
  };
}

function sharesAnswer(shares: readonly Share[] = []) {
  return shares.map(({ code, twiceAreaSquareMillimetres }) => ({
    code,
    squareMetres: squareMetres(twiceAreaSquareMillimetres),
  }));
}
