import { bigint, date, doublePrecision, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Access, Gate, Side } from '../../../domain/parcel/schema.ts';
import type { ClaimKind, Project } from '../../../domain/project/schema.ts';
import type { Road, RoadLayer, Stretch } from '../../../domain/road/schema.ts';
import type { Work } from '../../../domain/work/schema.ts';
import { bytea } from '../bytea.ts';
import { ofPark } from './plan.ts';

export const road = pgTable(
  'road',
  {
    parkId: ofPark(),
    code: text().notNull(),
    name: text().notNull(),
    nameEn: text('name_en').notNull(),
    class: text().$type<Road['class']>().notNull(),
    designWidthMetres: doublePrecision('design_width_metres').notNull(),
    equations: jsonb().$type<Road['equations']>().notNull(),
    geometry: bytea('centreline').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const parcel = pgTable(
  'parcel',
  {
    parkId: ofPark(),
    code: text().notNull(),
    planVersion: text('plan_version').notNull(),
    standard: text().notNull(),
    landUse: text('land_use').notNull(),
    phase: text().notNull(),
    farMin: doublePrecision('far_min'),
    farMax: doublePrecision('far_max'),
    coverageMinPercent: doublePrecision('coverage_min_percent'),
    greenMaxPercent: doublePrecision('green_max_percent'),
    heightMaxMetres: doublePrecision('height_max_metres'),
    registeredSquareMetres: doublePrecision('registered_square_metres'),
    accessRoad: text('access_road').notNull(),
    accessFromMetres: doublePrecision('access_from_metres').notNull(),
    accessToMetres: doublePrecision('access_to_metres').notNull(),
    accessSide: text('access_side').$type<Access['side']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const boundary = pgTable(
  'boundary',
  {
    parkId: ofPark(),
    id: text().notNull(),
    parcel: text().notNull(),
    fromOn: date('from_on'),
    untilOn: date('until_on'),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);

export const work = pgTable(
  'work',
  {
    parkId: ofPark(),
    code: text().notNull(),
    name: text().notNull(),
    nameEn: text('name_en').notNull(),
    kind: text().$type<Work['kind']>().notNull(),
    gate: text().$type<NonNullable<Work['gate']>>(),
    servesPhases: text('serves_phases').array().notNull(),
    plannedOn: date('planned_on'),
    doneOn: date('done_on'),
    geometry: bytea('shape').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const stretch = pgTable(
  'stretch',
  {
    parkId: ofPark(),
    id: text().notNull(),
    road: text().notNull(),
    layer: text().$type<RoadLayer>().notNull(),
    side: text().$type<Side>().notNull(),
    fromMetres: doublePrecision('from_metres').notNull(),
    toMetres: doublePrecision('to_metres').notNull(),
    plannedOn: date('planned_on'),
    doneOn: date('done_on'),
    section: text(),
    quantity: doublePrecision(),
    unit: text().$type<NonNullable<Stretch['unit']>>(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);

export const gate = pgTable(
  'gate',
  {
    parkId: ofPark(),
    parcel: text().notNull(),
    gate: text().$type<Gate>().notNull(),
    plannedOn: date('planned_on'),
    doneOn: date('done_on'),
    document: text(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.parcel, table.gate] })],
);

export const project = pgTable(
  'project',
  {
    parkId: ofPark(),
    code: text().notNull(),
    name: text().notNull(),
    nameEn: text('name_en').notNull(),
    company: text().notNull(),
    companyEn: text('company_en').notNull(),
    product: text().notNull(),
    productEn: text('product_en').notNull(),
    cluster: text().notNull(),
    clusterEn: text('cluster_en').notNull(),
    kind: text().$type<Project['kind']>().notNull(),
    totalInvestmentYuan: bigint('total_investment_yuan', { mode: 'number' }).notNull(),
    fixedInvestmentYuan: bigint('fixed_investment_yuan', { mode: 'number' }),
    landWantedSquareMetres: doublePrecision('land_wanted_square_metres'),
    outputPerYear: jsonb('output_per_year').$type<NonNullable<Project['outputPerYear']>>(),
    officer: text().notNull(),
    stages: jsonb().$type<Project['stages']>().notNull(),
    progress: jsonb().$type<Project['progress']>().notNull(),
    idleCause: text('idle_cause').$type<NonNullable<Project['idleCause']>>(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const claim = pgTable(
  'claim',
  {
    parkId: ofPark(),
    id: text().notNull(),
    project: text().notNull(),
    parcel: text().notNull(),
    kind: text().$type<ClaimKind>().notNull(),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on'),
    startBy: date('start_by'),
    finishBy: date('finish_by'),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.id] })],
);
