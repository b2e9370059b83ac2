import { and, asc, eq } from 'drizzle-orm';
import type { Feature } from 'geojson';
import { landColumns } from '../database/columns.ts';
import { readBoundaryShapes } from '../database/read-boundary-shapes.ts';
import { baseFeature, landUse, phase, planVersion, road, surveyExtent, work, zone } from '../database/schema.ts';
import { areaFeature, feature, roadFeature } from './features.ts';
import type { LayerName } from './layer-names.ts';
import type { LayerSource } from './layer-source.ts';

/** How the features of each layer are read. */
export const readLayer: Readonly<Record<LayerName, (source: LayerSource) => Promise<Feature[]>>> = {
  base: async ({ queries, parkId }) => {
    const { properties, geometry, position } = baseFeature;
    const rows = await queries
      .select({ properties, geometry })
      .from(baseFeature)
      .where(eq(baseFeature.parkId, parkId))
      .orderBy(asc(position));
    return rows.map((row) => ({ type: 'Feature', ...row }));
  },
  'plan-versions': async (source) => {
    const rows = await source.queries
      .select(landColumns(planVersion))
      .from(planVersion)
      .where(eq(planVersion.parkId, source.parkId))
      .orderBy(asc(planVersion.inForceFrom));
    return rows.map((row) => areaFeature(source, row));
  },
  survey: async (source) => {
    const rows = await source.queries
      .select(landColumns(surveyExtent))
      .from(surveyExtent)
      .where(eq(surveyExtent.parkId, source.parkId))
      .orderBy(asc(surveyExtent.code));
    return rows.map((row) => areaFeature(source, row));
  },
  phases: async (source) => {
    const rows = await source.queries
      .select(landColumns(phase))
      .from(phase)
      .where(eq(phase.parkId, source.parkId))
      .orderBy(asc(phase.code));
    return rows.map((row) => areaFeature(source, row));
  },
  zones: async (source) => {
    const rows = await source.queries
      .select({ ...landColumns(zone), account: landUse.account })
      .from(zone)
      .innerJoin(landUse, and(eq(landUse.standard, zone.standard), eq(landUse.code, zone.landUse)))
      .where(and(eq(zone.parkId, source.parkId), eq(zone.planVersion, source.plan)))
      .orderBy(asc(zone.code));
    return rows.map((row) => areaFeature(source, row));
  },
  parcels: async (source) => {
    const rows = await readBoundaryShapes(source.queries, source.parkId);
    return rows.flatMap(({ parcel, fromOn, untilOn, geometry }) => {
      const parcelFacts = source.facts.parcels.get(parcel);
      if (!parcelFacts) return [];
      const { twiceAreaSquareMillimetres: _, ...fields } = parcelFacts;
      return [areaFeature(source, { ...fields, fromOn, untilOn, geometry })];
    });
  },
  roads: async (source) => {
    const rows = await source.queries
      .select(landColumns(road))
      .from(road)
      .where(eq(road.parkId, source.parkId))
      .orderBy(asc(road.code));
    return rows.map((row) => roadFeature(source, row));
  },
  works: async (source) => {
    const rows = await source.queries
      .select({ code: work.code, geometry: work.geometry })
      .from(work)
      .where(eq(work.parkId, source.parkId))
      .orderBy(asc(work.code));
    return rows.map(({ code, geometry }) => feature(source, { ...source.facts.works.get(code), geometry }));
  },
};
