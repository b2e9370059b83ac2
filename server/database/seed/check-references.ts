import { join } from 'node:path';
import type { LandUse, Zone } from '../../../domain/park/schema.ts';
import type { Day } from '../../../domain/day.ts';
import { overlaps } from '../../../domain/project/live-claim.ts';
import type { Claim } from '../../../domain/project/schema.ts';
import type { ParkFiles } from './park-files.ts';
import { broken } from './read-file.ts';

interface Rows<Row> {
  readonly file: string;
  readonly unit: 'feature' | 'row';
  readonly rows: readonly Row[];
}

/** Checks that codes are unique, that what rows name exists, and that nothing was done before the park began. Throws StartError naming file, row and field. */
export function checkReferences(files: ParkFiles, landUses: readonly LandUse[]): void {
  const features = <P>(file: string, list: readonly { properties: P }[]): Rows<P> => ({
    file: join(files.folder, file),
    unit: 'feature',
    rows: list.map(({ properties }) => properties),
  });
  const rows = <R>(file: string, list: readonly R[]): Rows<R> => ({
    file: join(files.folder, file),
    unit: 'row',
    rows: list,
  });

  checkDays(files);
  const plans = codes(features('plan-versions.geojson', files.planVersions), ({ code }) => code);
  const phases = codes(features('phases.geojson', files.phases), ({ code }) => code);
  const roads = codes(features('roads.geojson', files.roads), ({ code }) => code);
  const parcels = codes(features('parcels.geojson', files.parcels), ({ code }) => code);
  const works = codes(features('works.geojson', files.works), ({ code }) => code);
  const sections = codes(rows('sections.json', files.sections), ({ code }) => code);
  const projects = codes(rows('projects.json', files.projects), ({ code }) => code);
  const uses = new Set(landUses.map(({ standard, code }) => `${standard} ${code}`));

  const zones = features('zones.geojson', files.zones);
  codes(zones, ({ code }) => code);
  codes(features('survey.geojson', files.surveys), ({ code }) => code);
  const lands: Rows<Pick<Zone, 'planVersion' | 'phase' | 'standard' | 'landUse'>>[] = [
    zones,
    features('parcels.geojson', files.parcels),
  ];
  for (const land of lands) {
    known(land, 'planVersion', plans, (row) => row.planVersion);
    known(land, 'phase', phases, (row) => row.phase);
    known(land, 'landUse', uses, (row) => `${row.standard} ${row.landUse}`);
  }
  known(features('parcels.geojson', files.parcels), 'access.road', roads, (row) => row.access.road);
  const unserved = ({ servesPhases }: { servesPhases: string[] }) =>
    servesPhases.find((phase) => !phases.has(phase)) ?? null;
  known(features('works.geojson', files.works), 'servesPhases', phases, unserved);
  known(rows('sections.json', files.sections), 'road', roads, (row) => row.road);
  const stretches = rows('stretches.json', files.stretches);
  codes(stretches, ({ id }) => id, 'id');
  known(stretches, 'road', roads, (row) => row.road);
  known(stretches, 'section', sections, (row) => row.section);
  const gates = rows('gates.json', files.gates);
  codes(gates, ({ parcel, gate }) => `${parcel} ${gate}`, 'gate');
  known(gates, 'parcel', parcels, (row) => row.parcel);
  const claims = rows('claims.json', files.claims);
  codes(claims, ({ id }) => id, 'id');
  known(claims, 'parcel', parcels, (row) => row.parcel);
  known(claims, 'project', projects, (row) => row.project);
  oneClaimPerParcel(claims);
  const payments = rows('payments.json', files.payments);
  codes(payments, ({ id }) => id, 'id');
  known(payments, 'section', sections, (row) => row.section);
  codes(rows('milestones.json', files.milestones), ({ code }) => code);
  codes(rows('funds.json', files.funds), ({ code }) => code);
  const targets = rows('targets.json', files.targets);
  codes(targets, ({ code }) => code);
  known(targets, 'measure.work', works, ({ measure }) => (measure?.kind === 'work' ? measure.work : null));
  const unbuilt = ({ measure }: (typeof files.targets)[number]) =>
    measure?.kind === 'roads-finished' ? (measure.roads.find((road) => !roads.has(road)) ?? null) : null;
  known(targets, 'measure.roads', roads, unbuilt);
}

/** What was done, paid or claimed lies on or after the day the first plan came into force. */
function checkDays(files: ParkFiles): void {
  const began = files.planVersions.reduce(
    (first, { properties }) => (properties.inForceFrom < first ? properties.inForceFrom : first),
    '9999-12-31',
  );
  const since = <Row>(file: string, field: string, list: readonly Row[], dayOf: (row: Row) => Day | null) =>
    list.forEach((row, index) => {
      const day = dayOf(row);
      if (day === null || day >= began) return;
      const unit = file.endsWith('.geojson') ? 'feature' : 'row';
      const where = `${unit} ${index + 1}, field ${field}`;
      throw broken(join(files.folder, file), `${where}: ${day} is before the park began on ${began} (day.before-park)`);
    });
  const firstStage = (stages: readonly { on: Day }[]) => stages.map(({ on }) => on).sort()[0] ?? null;
  since('gates.json', 'doneOn', files.gates, ({ doneOn }) => doneOn);
  since('stretches.json', 'doneOn', files.stretches, ({ doneOn }) => doneOn);
  since('works.geojson', 'doneOn', files.works, ({ properties }) => properties.doneOn);
  since('claims.json', 'fromOn', files.claims, ({ fromOn }) => fromOn);
  since('payments.json', 'on', files.payments, ({ on }) => on);
  since('projects.json', 'stages', files.projects, ({ stages }) => firstStage(stages));
}

function codes<Row>({ file, unit, rows }: Rows<Row>, codeOf: (row: Row) => string, field = 'code'): Set<string> {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const code = codeOf(row);
    if (seen.has(code)) throw broken(file, `${unit} ${index + 1}, field ${field}: ${code} is there twice`);
    seen.add(code);
  });
  return seen;
}

function known<Row>(
  { file, unit, rows }: Rows<Row>,
  field: string,
  codesThere: ReadonlySet<string>,
  codeOf: (row: Row) => string | null,
): void {
  rows.forEach((row, index) => {
    const code = codeOf(row);
    if (code !== null && !codesThere.has(code)) {
      throw broken(file, `${unit} ${index + 1}, field ${field}: ${code} does not exist`);
    }
  });
}

function oneClaimPerParcel({ file, rows }: Rows<Claim>): void {
  rows.forEach((claim, index) => {
    if (claim.untilOn !== null && claim.untilOn <= claim.fromOn) {
      throw broken(file, `row ${index + 1}, field untilOn: the claim ends before it begins`);
    }
    const other = rows.slice(0, index).find((earlier) => earlier.parcel === claim.parcel && overlaps(earlier, claim));
    if (other)
      throw broken(file, `row ${index + 1}, field parcel: ${claim.parcel} is claimed by ${other.id} on the same day`);
  });
}
