import { bigint, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Fund, milestoneSchema, TargetMeasure } from '../../../domain/park/schema.ts';
import type { Section } from '../../../domain/tender/schema.ts';
import { ofPark } from './plan.ts';

export const section = pgTable(
  'section',
  {
    parkId: ofPark(),
    code: text().notNull(),
    name: text().notNull(),
    nameEn: text('name_en').notNull(),
    road: text(),
    tender: jsonb().$type<NonNullable<Section['tender']>>(),
    contract: jsonb().$type<NonNullable<Section['contract']>>(),
    earthwork: jsonb().$type<NonNullable<Section['earthwork']>>(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const payment = pgTable(
  'payment',
  {
    parkId: ofPark(),
    id: text().notNull(),
    section: text(),
    on: date('paid_on').notNull(),
    amountYuan: bigint('amount_yuan', { mode: 'number' }).notNull(),
    note: text().notNull(),
    noteEn: text('note_en').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);

export const milestone = pgTable(
  'milestone',
  {
    parkId: ofPark(),
    code: text().notNull(),
    on: date('held_on').notNull(),
    name: text().notNull(),
    nameEn: text('name_en').notNull(),
    kind: text().$type<z.infer<typeof milestoneSchema>['kind']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const target = pgTable(
  'target',
  {
    parkId: ofPark(),
    code: text().notNull(),
    year: integer().notNull(),
    name: text().notNull(),
    nameEn: text('name_en').notNull(),
    quantity: doublePrecision(),
    unit: text(),
    unitEn: text('unit_en'),
    measure: jsonb().$type<TargetMeasure>(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const fund = pgTable(
  'fund',
  {
    parkId: ofPark(),
    code: text().notNull(),
    year: integer().notNull(),
    source: text().notNull(),
    sourceEn: text('source_en').notNull(),
    plannedYuan: bigint('planned_yuan', { mode: 'number' }).notNull(),
    receipts: jsonb().$type<Fund['receipts']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);
