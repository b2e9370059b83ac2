import { join } from 'node:path';
import { z } from 'zod';
import {
  fundSchema,
  landUseSchema,
  milestoneSchema,
  parkSchema,
  phaseSchema,
  planVersionSchema,
  surveyExtentSchema,
  targetSchema,
  zoneSchema,
} from '../../../domain/park/schema.ts';
import { gateRecordSchema, parcelSchema } from '../../../domain/parcel/schema.ts';
import { claimSchema, projectSchema } from '../../../domain/project/schema.ts';
import { roadSchema, stretchSchema } from '../../../domain/road/schema.ts';
import { paymentSchema, sectionSchema } from '../../../domain/tender/schema.ts';
import { workSchema } from '../../../domain/work/schema.ts';
import { readFeatures, readObject, readRows } from './read-file.ts';

const area = ['Polygon', 'MultiPolygon'] as const;
const anyShape = ['Point', 'LineString', ...area] as const;

/** The landscape is a picture, not land: its outlines may touch themselves where they were simplified. */
const drawingFlaws = ['self-crossing', 'duplicate-corner', 'ring-too-short', 'zero-area', 'tiny-area'] as const;

const namedZoneSchema = zoneSchema.extend({ nameEn: z.string().nullable().default(null) });
const baseSchema = z.record(z.string(), z.unknown());

export type ParkFiles = ReturnType<typeof readParkFiles>;

/** Reads and checks every file of a park's folder. Throws StartError naming file, feature and field. */
export function readParkFiles(folder: string) {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    park: readObject(at('park.json'), parkSchema),
    planVersions: readFeatures(at('plan-versions.geojson'), planVersionSchema, area),
    surveys: readFeatures(at('survey.geojson'), surveyExtentSchema, area),
    phases: readFeatures(at('phases.geojson'), phaseSchema, area),
    zones: readFeatures(at('zones.geojson'), namedZoneSchema, area),
    roads: readFeatures(at('roads.geojson'), roadSchema, ['LineString']),
    parcels: readFeatures(at('parcels.geojson'), parcelSchema, area),
    works: readFeatures(at('works.geojson'), workSchema, anyShape),
    base: readFeatures(at('base.geojson'), baseSchema, [...anyShape, 'MultiLineString'], drawingFlaws),
    sections: readRows(at('sections.json'), sectionSchema),
    stretches: readRows(at('stretches.json'), stretchSchema),
    gates: readRows(at('gates.json'), gateRecordSchema),
    projects: readRows(at('projects.json'), projectSchema),
    claims: readRows(at('claims.json'), claimSchema),
    payments: readRows(at('payments.json'), paymentSchema),
    milestones: readRows(at('milestones.json'), milestoneSchema),
    targets: readRows(at('targets.json'), targetSchema),
    funds: readRows(at('funds.json'), fundSchema),
  };
}

/** Reads the land-use codes all parks share. */
export function readLandUses(path: string): z.infer<typeof landUseSchema>[] {
  return readRows(path, landUseSchema);
}
