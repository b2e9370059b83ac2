import { and, asc, between, eq, inArray } from 'drizzle-orm';
import { documentSchema, type Document } from '../../domain/document/schema.ts';
import type { Queries } from '../database/connect.ts';
import { document, person } from '../database/schema.ts';

export interface StoredDocument {
  readonly document: Document;
  readonly sha256: string;
}

export async function documentOf(queries: Queries, parkId: number, id: string): Promise<StoredDocument | null> {
  const [row] = await select(queries).where(and(eq(document.parkId, parkId), eq(document.id, id)));
  return row ? stored(row) : null;
}

/** Those of these documents that the park has, in no order. */
export async function documentsOf(queries: Queries, parkId: number, ids: readonly string[]): Promise<Document[]> {
  if (ids.length === 0) return [];
  const rows = await select(queries).where(and(eq(document.parkId, parkId), inArray(document.id, [...new Set(ids)])));
  return rows.map((row) => stored(row).document);
}

interface Around {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The photos whose position lies within bounds in degrees, the oldest first. */
export async function documentsWithin(queries: Queries, parkId: number, around: Around): Promise<Document[]> {
  const { west, south, east, north } = around;
  const rows = await select(queries)
    .where(
      and(
        eq(document.parkId, parkId),
        between(document.longitude, west, east),
        between(document.latitude, south, north),
      ),
    )
    .orderBy(asc(document.addedAt), asc(document.id));
  return rows.map((row) => stored(row).document);
}

function select(queries: Queries) {
  return queries
    .select({ document, personName: person.name })
    .from(document)
    .leftJoin(person, eq(person.id, document.addedBy))
    .$dynamic();
}

function stored(row: { document: typeof document.$inferSelect; personName: string | null }): StoredDocument {
  const { parkId: _, sha256, addedBy, addedAt, ...fields } = row.document;
  const told = { ...fields, addedBy: row.personName ?? addedBy, addedAt: addedAt.toISOString() };
  return { document: documentSchema.parse(told), sha256 };
}
