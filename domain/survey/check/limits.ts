/** The tolerances of the check, lengths in millimetres. */
export interface CheckLimits {
  /** Corners of one ring that follow each other within this are one corner; 1 finds only equal ones. */
  readonly sameCorner: number;
  /** A spike has a smaller angle than this and is narrower than `spikeWidth` at the end of its shorter arm. */
  readonly spikeDegrees: number;
  readonly spikeWidth: number;
  /** Land is a sliver when twice its area over its perimeter is less. */
  readonly sliverWidth: number;
  readonly tinySquareMetres: number;
  /** Land in common that is more than this is an overlap (standards §1.4). */
  readonly overlapSquareMetres: number;
  /** Corners of neighbours within this should be one. */
  readonly nearCorner: number;
  /** A corner this near to a neighbour's edge should lie on it; within `onEdge` it does. */
  readonly nearEdge: number;
  readonly onEdge: number;
  /** Enclosed land nobody claims: narrow below this mean width; not told of above `gapSquareMetres`. */
  readonly gapWidth: number;
  readonly gapSquareMetres: number;
  /** Declared against computed area: the larger of both (standards §1.4). */
  readonly declaredSquareMetres: number;
  readonly declaredShare: number;
  /** A corner farther than this from the park's origin, east or north, is out of range; at most 30 km (exact products). */
  readonly reach: number;
  /** Findings of one code that are kept; the rest is counted. */
  readonly findingsPerCode: number;
  /** Pairs of edges tried for one ring, or one piece of a ring against its neighbours, before the check gives up on it. */
  readonly pairsPerRing: number;
}

export const usualLimits: CheckLimits = {
  sameCorner: 1,
  spikeDegrees: 2,
  spikeWidth: 100,
  sliverWidth: 100,
  tinySquareMetres: 0.01,
  overlapSquareMetres: 0.01,
  nearCorner: 20,
  nearEdge: 50,
  onEdge: 1,
  gapWidth: 500,
  gapSquareMetres: 10_000,
  declaredSquareMetres: 0.01,
  declaredShare: 0.001,
  reach: 20_000_000,
  findingsPerCode: 1000,
  pairsPerRing: 50_000_000,
};
