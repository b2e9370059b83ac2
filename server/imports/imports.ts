import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, lt, notExists, sql } from 'drizzle-orm';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import type { Queries } from '../database/connect.ts';
import { boundaryShape, surveyImport } from '../database/schema.ts';

export interface ImportFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

const columns = {
  id: surveyImport.id,
  name: surveyImport.name,
  bytes: sql<number>`length(${surveyImport.content})`.mapWith(Number),
  sha256: surveyImport.sha256,
  addedBy: surveyImport.addedBy,
  addedAt: surveyImport.addedAt,
};
const longestName = 200;
const ofFile = and(eq(boundaryShape.parkId, surveyImport.parkId), eq(boundaryShape.import, surveyImport.id));

/** A file nobody took over is kept so long. */
const draftDays = 30;

/** A file is called as it came, but no longer than that. */
export function keptName(name: string): string {
  return name.slice(0, longestName);
}

/** Keeps a survey file with its checksum as it came, and throws away those of the park nobody took over in 30 days. */
export async function addImport(
  queries: Queries,
  { parkId, id = randomUUID(), name, by, at }: { parkId: number; id?: string; name: string; by: string; at: Date },
  content: Uint8Array,
): Promise<ImportFile | Refusal> {
  if (content.length === 0) return refuse('document.empty');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const row = { parkId, id, name: keptName(name), sha256, content, addedBy: by, addedAt: at };
  await queries.transaction(async (transaction) => {
    await transaction.insert(surveyImport).values(row);
    await transaction
      .delete(surveyImport)
      .where(
        and(
          eq(surveyImport.parkId, parkId),
          lt(surveyImport.addedAt, new Date(at.getTime() - draftDays * 86_400_000)),
          notExists(transaction.select({ id: boundaryShape.id }).from(boundaryShape).where(ofFile)),
        ),
      );
  });
  return { id, name: row.name, bytes: content.length, sha256, addedBy: by, addedAt: at.toISOString() };
}

/** The files of a park, the oldest first. */
export async function listImports(queries: Queries, parkId: number): Promise<ImportFile[]> {
  const rows = await queries
    .select(columns)
    .from(surveyImport)
    .where(eq(surveyImport.parkId, parkId))
    .orderBy(asc(surveyImport.addedAt), asc(surveyImport.id));
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}

export async function findImport(queries: Queries, parkId: number, id: string): Promise<ImportFile | null> {
  const [row] = await queries.select(columns).from(surveyImport).where(of(parkId, id));
  return row ? { ...row, addedAt: row.addedAt.toISOString() } : null;
}

/** The bytes as they came. */
export async function contentOf(queries: Queries, parkId: number, id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await queries.select({ content: surveyImport.content }).from(surveyImport).where(of(parkId, id));
  return row ? new Uint8Array(row.content) : null;
}

/** Throws a file away that no boundary came from; import.in-use for any other, import.unknown when there is none. */
export async function dropImport(queries: Queries, parkId: number, id: string): Promise<Refusal | null> {
  return queries.transaction(async (transaction) => {
    const [used] = await transaction
      .select({ id: boundaryShape.id })
      .from(boundaryShape)
      .where(and(eq(boundaryShape.parkId, parkId), eq(boundaryShape.import, id)))
      .limit(1);
    if (used) return refuse('import.in-use', 'import', { import: id });
    const { rowCount } = await transaction.delete(surveyImport).where(of(parkId, id));
    return rowCount === 0 ? refuse('import.unknown', 'import', { import: id }) : null;
  });
}

function of(parkId: number, id: string) {
  return and(eq(surveyImport.parkId, parkId), eq(surveyImport.id, id));
}
