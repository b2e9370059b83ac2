import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytea } from '../bytea.ts';
import { ofPark } from './plan.ts';

/** A survey file as it came; what was read from it is told by the event that took it over. */
export const surveyImport = pgTable(
  'survey_import',
  {
    parkId: ofPark(),
    id: text().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    content: bytea().notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);

/** The geometry of a boundary: written once and never changed. `feature` is its number in the file of the import. */
export const boundaryShape = pgTable(
  'boundary_shape',
  {
    parkId: ofPark(),
    id: text().notNull(),
    geometry: bytea('boundary').notNull(),
    import: text(),
    feature: integer(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);
