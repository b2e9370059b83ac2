import {
  authalicBlock,
  blocksPerDegree,
  radiansPerDegree,
  semiMajorMetres,
  type AuthalicBlock,
} from './authalic-block.ts';
import { signedGeodesicRing, type LonLatRing } from './geodesic-ring.ts';

const squareMetresPerUnit = (semiMajorMetres * radiansPerDegree) ** 2;
const blocks = new Map<number, AuthalicBlock>();
/** The land of a park lies in one block or two. */
let lastBlock = authalicBlock(0);

/**
 * Area in square metres on the CGCS2000 ellipsoid of polygons given in degrees, outer rings minus holes, edges being
 * geodesics (Karney, Algorithms for geodesics, 2013). Relative error below 1e-12 for rings of 1 m to 20 km between
 * 18° and 53°. Throws RangeError for rings that reach further than 0.25° or are not finite.
 */
export function ellipsoidAreaSquareMetres(polygons: readonly (readonly LonLatRing[])[]): number {
  let area = 0;
  for (let part = 0; part < polygons.length; part += 1) {
    const rings = polygons[part]!;
    if (rings.length > 0) area += ringArea(rings[0]!);
    for (let hole = 1; hole < rings.length; hole += 1) area -= ringArea(rings[hole]!);
  }
  return area * squareMetresPerUnit;
}

function ringArea(ring: LonLatRing): number {
  return ring.length === 0 ? 0 : Math.abs(signedGeodesicRing(ring, blockAt(ring[0]![1]!)));
}

function blockAt(latitude: number): AuthalicBlock {
  if (!(Math.abs(latitude) <= 85)) throw new RangeError('the latitude must lie between 85° south and 85° north');
  const number = (latitude * blocksPerDegree) | 0;
  if (lastBlock.number !== number) {
    lastBlock = blocks.get(number) ?? authalicBlock(number);
    blocks.set(number, lastBlock);
  }
  return lastBlock;
}
