import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Geometry } from 'geojson';
import type { LandAccount } from '../../../domain/park/schema.ts';
import type { Gate } from '../../../domain/parcel/schema.ts';
import type { RoadLayer } from '../../../domain/road/schema.ts';
import { bytea } from '../bytea.ts';

export const ofPark = () => integer('park_id').notNull();

const named = { code: text().notNull(), name: text().notNull(), nameEn: text('name_en').notNull() };

export const park = pgTable('park', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  ...named,
  county: text().notNull(),
  countyEn: text('county_en').notNull(),
  epsg: integer().notNull(),
  originEast: integer('origin_east').notNull(),
  originNorth: integer('origin_north').notNull(),
  schematic: boolean().notNull(),
  dataAsOf: date('data_as_of').notNull(),
  timelineFrom: date('timeline_from').notNull(),
  timelineTo: date('timeline_to').notNull(),
  gatesForSupply: text('gates_for_supply').array().$type<Gate[]>().notNull(),
  gatesForService: text('gates_for_service').array().$type<Gate[]>().notNull(),
  roadGateLayer: text('road_gate_layer').$type<RoadLayer>().notNull(),
  seq: bigint({ mode: 'number' }).notNull().default(0),
});

export const landUse = pgTable(
  'land_use',
  {
    standard: text().notNull(),
    ...named,
    position: integer().notNull(),
    account: text().$type<LandAccount>().notNull(),
    gb50137: text(),
    guide2023: text(),
    fill: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.standard, table.code] })],
);

export const planVersion = pgTable(
  'plan_version',
  {
    parkId: ofPark(),
    ...named,
    designer: text().notNull(),
    inForceFrom: date('in_force_from').notNull(),
    standard: text().notNull(),
    geometry: bytea('boundary').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const surveyExtent = pgTable(
  'survey_extent',
  {
    parkId: ofPark(),
    ...named,
    scale: doublePrecision().notNull(),
    surveyedOn: date('surveyed_on').notNull(),
    geometry: bytea('boundary').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const phase = pgTable(
  'phase',
  { parkId: ofPark(), ...named, geometry: bytea('boundary').notNull() },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const zone = pgTable(
  'zone',
  {
    parkId: ofPark(),
    code: text().notNull(),
    planVersion: text('plan_version').notNull(),
    standard: text().notNull(),
    landUse: text('land_use').notNull(),
    phase: text(),
    name: text(),
    nameEn: text('name_en'),
    geometry: bytea('boundary').notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.code] })],
);

export const baseFeature = pgTable(
  'base_feature',
  {
    parkId: ofPark(),
    position: integer().notNull(),
    properties: jsonb().$type<Record<string, unknown>>().notNull(),
    geometry: jsonb().$type<Geometry>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.parkId, table.position] })],
);
