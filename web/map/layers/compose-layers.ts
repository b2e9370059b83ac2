import type { LayerSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';
import { baseNameLayers } from './base-names.ts';
import { claimLayers } from './claims.ts';
import { countrysideLayers, countyRoadLayers } from './countryside.ts';
import { emphasisLayers } from './emphasis.ts';
import { findingLayers, findingPinLayers } from './findings.ts';
import { incomingLayers, incomingMarkLayers } from './incoming.ts';
import { limitLayers, outsideLayers, phaseNameLayers } from './limits.ts';
import { parcelLabelLayers } from './parcel-labels.ts';
import { parcelLayers } from './parcels.ts';
import { roadProgressLayers } from './road-progress.ts';
import { roadLayers, roadNameLayers } from './roads.ts';
import { sheetLayers } from './sheet.ts';
import { terrainLayers } from './terrain.ts';
import { waterLayers } from './water.ts';
import { workLayers, workSignLayers } from './works.ts';
import { zoneLayers } from './zones.ts';

/** The whole plan from the paper up; later groups lie on top, and later names win over earlier ones. */
export function composeLayers(drawing: Drawing): LayerSpecification[] {
  return [
    terrainLayers,
    countrysideLayers,
    waterLayers,
    countyRoadLayers,
    sheetLayers,
    outsideLayers,
    zoneLayers,
    parcelLayers,
    claimLayers,
    roadLayers,
    roadProgressLayers,
    workLayers,
    limitLayers,
    findingLayers,
    emphasisLayers,
    incomingLayers,
    baseNameLayers,
    phaseNameLayers,
    roadNameLayers,
    workSignLayers,
    parcelLabelLayers,
    findingPinLayers,
    incomingMarkLayers,
  ].flatMap((layersOf) => layersOf(drawing));
}
