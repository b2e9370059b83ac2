import { landAccount } from '../../domain/account/account.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { knownUntil, type ParkFacts } from '../../domain/park/facts.ts';
import type { Queries } from '../database/connect.ts';
import { loadFacts } from '../database/load-facts.ts';
import { StartError } from '../start-error.ts';
import type { ClientBase } from 'pg';
import type { BackupHeader } from './format.ts';

/**
 * Throws StartError when a park does not stand where the backup says or its log has a gap. Returns what else a person
 * should know: a park whose land did not add up when it was backed up does not add up now, and is still restored.
 */
export async function checkRestored(
  client: ClientBase,
  queries: Queries,
  { parks }: BackupHeader,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string; seq: number; events: number; first: number; last: number }>(
    `SELECT code, park.seq::float8 AS seq, count(event.seq)::int AS events, coalesce(min(event.seq), 1)::float8 AS first,
       coalesce(max(event.seq), 0)::float8 AS last
     FROM park LEFT JOIN event ON event.park_id = park.id GROUP BY park.id ORDER BY code`,
  );
  const told = new Map(parks.map(({ code, seq }) => [code, seq]));
  const remarks: string[] = [];
  if (rows.length !== told.size) throw unfit('its parks are not those it tells of');
  for (const { code, seq, events, first, last } of rows) {
    if (told.get(code) !== seq) throw unfit(`the park ${code} does not stand where it says`);
    if (first !== 1 || last !== seq || events !== seq) throw unfit(`the log of the park ${code} has a gap`);
    const stored = await loadFacts(queries, code);
    if (!stored) throw unfit(`the park ${code} cannot be read`);
    remarks.push(...imbalances(stored.facts));
  }
  return remarks;
}

function imbalances(facts: ParkFacts): string[] {
  if (facts.planVersions.length === 0) return [];
  const on = knownUntil(facts);
  return landAccount(facts, { on, knownOn: on }).rows.flatMap(
    ({ phase, balanceTwiceAreaSquareMillimetres: balance }) => {
      const where = phase === null ? facts.park.code : `${facts.park.code}, phase ${phase},`;
      return balance === 0 ? [] : [`the account of ${where} on ${on} does not balance: ${squareMetres(balance)} m²`];
    },
  );
}

/** Throws StartError when a document of the log is neither here nor known to have been lost. */
export async function checkDocuments(
  client: ClientBase,
  here: ReadonlySet<string>,
  lost: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM document');
  const missing = rows.filter(({ sha256 }) => !here.has(sha256) && !lost.includes(sha256));
  if (missing.length) throw unfit(`${missing.length} documents are missing`);
}

function unfit(why: string): StartError {
  return new StartError(`The backup cannot be restored: ${why}. Nothing was kept.`);
}
