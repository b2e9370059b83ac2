import { asc } from 'drizzle-orm';
import { planInForce } from '../../domain/account/account.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { knownUntil } from '../../domain/park/facts.ts';
import type { Queries } from '../database/connect.ts';
import { landUse, park } from '../database/schema.ts';
import { today, type House } from '../house.ts';
import type { ParkMemory } from '../park-memory.ts';
import { planOutlines, surveys } from './outline.ts';

/** Every park with the outline of the plan in force on its reporting day, the largest first. */
export async function listParks(queries: Queries) {
  const rows = await queries.select().from(park);
  const listed = [];
  for (const { id, ...fields } of rows) {
    const outlines = await planOutlines(queries, id, fields);
    const inForce = outlines.findLast(({ version }) => version.inForceFrom <= fields.dataAsOf) ?? outlines[0];
    if (!inForce) continue;
    const { code, name, nameEn, county, countyEn, schematic } = fields;
    const outlineSquareMetres = squareMetres(inForce.version.twiceAreaSquareMillimetres);
    listed.push({ code, name, nameEn, county, countyEn, schematic, outlineSquareMetres, bounds: inForce.bounds });
  }
  return listed.sort((a, b) => b.outlineSquareMetres - a.outlineSquareMetres);
}

/** All that does not change from day to day about one park. */
export async function describePark(house: House, { facts, parkId }: ParkMemory) {
  const { queries } = house.database;
  const until = knownUntil(facts);
  const outlines = await planOutlines(queries, parkId, facts.park);
  const inForce = planInForce(facts, until).code;
  const bounds = outlines.find(({ version }) => version.code === inForce)?.bounds;
  if (!bounds) throw new Error(`plan version ${inForce} has no outline`);
  const extents = await surveys(queries, parkId, facts.park, outlines);
  const { standard, code, name, nameEn, account, gb50137, guide2023, fill, position } = landUse;
  const columns = { standard, code, name, nameEn, account, gb50137, guide2023, fill };
  const landUses = await queries.select(columns).from(landUse).orderBy(asc(standard), asc(position));
  return {
    park: facts.park,
    seq: facts.seq,
    knownUntil: until,
    today: today(house),
    planVersions: outlines.map(({ version }) => withSquareMetres(version)),
    inForce,
    phases: facts.phases.map(withSquareMetres),
    surveys: extents.map(withSquareMetres),
    landUses,
    bounds,
  };
}

/** The row with its area in square metres instead of twice square millimetres. */
export function withSquareMetres<Row extends { readonly twiceAreaSquareMillimetres: number }>({
  twiceAreaSquareMillimetres,
  ...row
}: Row): Omit<Row, 'twiceAreaSquareMillimetres'> & { squareMetres: number } {
  return { ...row, squareMetres: squareMetres(twiceAreaSquareMillimetres) };
}
