import { asc } from 'drizzle-orm';
import type { AsOf } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { ReportDocument } from '../../domain/report/document.ts';
import { otherParks } from '../../domain/report/other-parks.ts';
import { weekOf } from '../../domain/report/week.ts';
import { weeklyDigest } from '../../domain/report/weekly-digest.ts';
import { yearlyReport } from '../../domain/report/yearly-report.ts';
import { park } from '../database/schema.ts';
import type { House } from '../house.ts';
import type { ParkMemory } from '../park-memory.ts';
import { readEventsOf } from './read-events.ts';

type Sources = Pick<House, 'database' | 'memories'>;

/** The yearly report of a park as of a day, with the other parks of its county. */
export async function composeReport(sources: Sources, { facts }: ParkMemory, asOf: AsOf) {
  const others = otherParks(facts, await allFacts(sources), asOf.on);
  return yearlyReport(facts, asOf, others);
}

/** The digest for the Monday meeting of the week a day lies in. */
export async function composeDigest(
  { database }: Sources,
  { facts, parkId }: ParkMemory,
  asOf: AsOf,
): Promise<ReportDocument | Refusal> {
  return weeklyDigest(facts, asOf, await readEventsOf(database.queries, parkId, weekOf(asOf.on, -1)));
}

async function allFacts({ database, memories }: Sources): Promise<ParkFacts[]> {
  const codes = await database.queries.select({ code: park.code }).from(park).orderBy(asc(park.code));
  const found = await Promise.all(codes.map(({ code }) => memories.of(code)));
  return found.flatMap((memory) => (memory ? [memory.facts] : []));
}
