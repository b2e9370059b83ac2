import type { z } from 'zod';
import { boundarySchema, gateRecordSchema, parcelSchema } from '../parcel/schema.ts';
import { claimSchema, projectSchema } from '../project/schema.ts';
import { stretchSchema } from '../road/schema.ts';
import { workSchema } from '../work/schema.ts';
import type { Change } from './facts.ts';

const rows = {
  parcel: parcelSchema,
  boundary: boundarySchema,
  gate: gateRecordSchema,
  stretch: stretchSchema,
  work: workSchema,
  project: projectSchema,
  claim: claimSchema,
} as const satisfies Record<Change['table'], z.ZodType>;

/**
 * The changes of a stored event as rows of today: fields that came after the event was written get their default, so
 * that an old event can still be compared and taken back. Throws when a row is not one of its table.
 */
export function readChanges(changes: readonly Change[]): Change[] {
  return changes.map(({ table, before, after }) => {
    const row = rows[table].nullable();
    return { table, before: row.parse(before), after: row.parse(after) } as Change;
  });
}
