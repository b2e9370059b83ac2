import { squareMetres, twiceAreaSquareMillimetres } from '../../../geometry/area.ts';
import { containsPoint } from '../../../geometry/contains-point.ts';
import { prepareOverlay, type PreparedOverlay } from '../../../geometry/overlay/prepare-overlay.ts';
import { windingOfLand } from '../../../geometry/overlay/winding.ts';
import type { MultiPolygon, Point } from '../../../geometry/shapes.ts';
import type { Box } from '../../../ledger/near-pairs.ts';
import { BoxIndex } from '../box-index.ts';
import { edgeBoxes } from '../edge-boxes.ts';
import type { PlacedFeature, Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { LandComparer, landOf, placeInCommon, type ComparedLand } from './compared-land.ts';
import { otherLand, shareMore } from './overlaps.ts';

const featuresPerStep = 2000;

/** A parcel the park has already. */
export interface ExistingParcel {
  readonly code: string;
  readonly polygons: MultiPolygon;
}

/** Tells features with land outside the park's outline. Yields features done. */
export function* checkOutline(
  lands: readonly (ComparedLand | null)[],
  outline: MultiPolygon,
  limits: CheckLimits,
  report: Report,
): Generator<number, void> {
  const comparer = new LandComparer();
  const park = landOf(outline, twiceAreaSquareMillimetres(outline));
  const prepared = prepareOverlay(outline);
  const edges = new BoxIndex(edgeBoxes(prepared.edges));
  for (let feature = 0; feature < lands.length; feature += 1) {
    if (feature % featuresPerStep === 0) yield feature;
    const land = lands[feature];
    if (!land) continue;
    if (isSurelyWithin(prepared, edges, land.box)) continue;
    const inside = comparer.twiceAreaInCommon(park, land);
    if (inside === null) {
      report({ code: 'check-incomplete', feature, detail: { corners: land.corners } });
      continue;
    }
    const outsideSquareMetres = squareMetres(land.twiceAreaSquareMillimetres - inside);
    if (outsideSquareMetres <= limits.overlapSquareMetres) continue;
    const corners = land.polygons.flat(2) as Point[];
    const place = corners.slice(0, 10_000).find((corner) => !containsPoint(outline, corner)) ?? corners[0] ?? null;
    report({ code: 'outside-outline', feature, place, detail: { outsideSquareMetres } });
  }
}

/** Whether no edge of the outline enters a box that begins inside. */
function isSurelyWithin(outline: PreparedOverlay, index: BoxIndex, { west, south, east, north }: Box): boolean {
  const { edges } = outline;
  for (const edge of index.search(west, south, east, north, [])) {
    const at = edge * 4;
    const [x, y, dx, dy] = [edges[at]!, edges[at + 1]!, edges[at + 2]! - edges[at]!, edges[at + 3]! - edges[at + 1]!];
    const sides = [
      dx * (south - y) - dy * (west - x),
      dx * (south - y) - dy * (east - x),
      dx * (north - y) - dy * (west - x),
      dx * (north - y) - dy * (east - x),
    ];
    if (!sides.every((side) => side > 0) && !sides.every((side) => side < 0)) return false;
  }
  return windingOfLand(outline, west, south) !== 0;
}

/** Tells features that lie on existing parcels of other codes; the parcel of the same code is what the feature renews. */
export function* checkExisting(
  features: readonly PlacedFeature[],
  lands: readonly (ComparedLand | null)[],
  existing: readonly ExistingParcel[],
  limits: CheckLimits,
  report: Report,
): Generator<number, void> {
  const { lands: parcels, index } = otherLand(
    existing.map(({ polygons }) => landOf(polygons, twiceAreaSquareMillimetres(polygons))),
  );
  const comparer = new LandComparer();
  const found: number[] = [];
  for (let feature = 0; feature < lands.length; feature += 1) {
    if (feature % featuresPerStep === 0) yield feature;
    const land = lands[feature];
    if (!land) continue;
    const code = features[feature]!.code?.trim();
    const { west, south, east, north } = land.box;
    for (const place of index.search(west, south, east, north, found).sort((a, b) => a - b)) {
      const parcel = parcels[place]!;
      if (existing[place]!.code === code || !shareMore(land, parcel)) continue;
      const twiceArea = comparer.twiceAreaInCommon(land, parcel) ?? 0;
      if (squareMetres(twiceArea) <= limits.overlapSquareMetres) continue;
      const detail = { parcel: existing[place]!.code, squareMetres: squareMetres(twiceArea) };
      report({ code: 'overlap-existing', feature, place: placeInCommon(land, parcel), detail });
    }
  }
}
