import {
  bigint,
  boolean,
  date,
  doublePrecision,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CommandName } from '../../../domain/access/roles.ts';
import type { Effect } from '../../../domain/park/effect.ts';
import type { Change } from '../../../domain/park/facts.ts';
import { ofPark } from './plan.ts';

export const event = pgTable(
  'event',
  {
    parkId: ofPark(),
    seq: bigint({ mode: 'number' }).notNull(),
    id: uuid().notNull(),
    actor: text().notNull(),
    actorId: text('actor_id'),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'date' }).notNull(),
    effectiveOn: date('effective_on').notNull(),
    command: text().$type<CommandName>().notNull(),
    input: jsonb().$type<unknown>().notNull(),
    subjects: text().array().notNull(),
    changes: jsonb().$type<readonly Change[]>().notNull(),
    effect: jsonb().$type<Effect>().notNull(),
    reason: text(),
    documents: uuid().array().notNull(),
    undoes: bigint({ mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.parkId, table.seq] }),
    unique('event_id_once').on(table.parkId, table.id),
    unique('event_undone_once').on(table.parkId, table.undoes),
  ],
);

/** Where to look an event up. `isTouched`: the event changed the subject; otherwise it only concerns it. */
export const eventSubject = pgTable(
  'event_subject',
  {
    parkId: ofPark(),
    subject: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    isTouched: boolean('is_touched').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.subject, table.seq] })],
);

/** A photo or paper that came with an event; its bytes lie beside the database under their checksum. */
export const document = pgTable(
  'document',
  {
    parkId: ofPark(),
    id: uuid().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    takenAt: text('taken_at'),
    longitude: doublePrecision(),
    latitude: doublePrecision(),
    addedBy: text('added_by').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);
