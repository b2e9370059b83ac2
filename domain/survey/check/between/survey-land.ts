import { signedTwiceArea } from '../../../geometry/area.ts';
import type { Point } from '../../../geometry/shapes.ts';
import type { RingPlace } from '../finding.ts';
import type { SoundFeature } from '../feature/check-feature.ts';
import { VertexTable } from './vertex-table.ts';

/** All corners of all sound features in typed arrays: about 60 bytes a corner. Edge `c` runs from corner `c` to `next(c)`. */
export class SurveyLand {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** The same number for the same place. */
  readonly vertices: Int32Array;
  readonly vertexCount: number;
  /** The ring of a corner; corners of ring `r` are `ringStarts[r]` up to `ringStarts[r + 1]`. */
  readonly rings: Int32Array;
  readonly ringStarts: Int32Array;
  readonly ringFeatures: Int32Array;
  /** Corners of feature `f` are `featureStarts[f]` up to `featureStarts[f + 1]`. */
  readonly featureStarts: Int32Array;
  /** Whether the land lies left of the ring as it is written. */
  readonly isForward: Uint8Array;
  readonly features: readonly (SoundFeature | null)[];
  readonly #parts: Int32Array;
  readonly #places: Int32Array;

  constructor(features: readonly (SoundFeature | null)[]) {
    this.features = features;
    let [rings, corners] = [0, 0];
    eachRing(features, (ring) => {
      rings += 1;
      corners += ring.length;
    });
    this.xs = new Float64Array(corners);
    this.ys = new Float64Array(corners);
    this.vertices = new Int32Array(corners);
    this.rings = new Int32Array(corners);
    this.ringStarts = new Int32Array(rings + 1);
    this.ringFeatures = new Int32Array(rings);
    this.isForward = new Uint8Array(rings);
    this.#parts = new Int32Array(rings);
    this.#places = new Int32Array(rings);
    this.featureStarts = new Int32Array(features.length + 1);
    const table = new VertexTable(corners);
    let [at, number] = [0, 0];
    eachRing(features, (ring, feature, part, place) => {
      this.ringStarts[number] = at;
      this.ringFeatures[number] = feature;
      this.#parts[number] = part;
      this.#places[number] = place;
      this.isForward[number] = signedTwiceArea(ring) > 0 === (place === 0) ? 1 : 0;
      for (const [x, y] of ring) {
        this.xs[at] = x;
        this.ys[at] = y;
        this.rings[at] = number;
        this.vertices[at] = table.idOf(x, y);
        at += 1;
      }
      this.featureStarts[feature + 1] = at;
      number += 1;
    });
    this.ringStarts[rings] = corners;
    for (let feature = 0; feature < features.length; feature += 1) {
      if (!features[feature]) this.featureStarts[feature + 1] = this.featureStarts[feature]!;
    }
    this.vertexCount = table.count;
  }

  next(corner: number): number {
    const ring = this.rings[corner]!;
    return corner + 1 === this.ringStarts[ring + 1]! ? this.ringStarts[ring]! : corner + 1;
  }

  previous(corner: number): number {
    const ring = this.rings[corner]!;
    return corner === this.ringStarts[ring]! ? this.ringStarts[ring + 1]! - 1 : corner - 1;
  }

  featureOf(corner: number): number {
    return this.ringFeatures[this.rings[corner]!]!;
  }

  pointOf(corner: number): Point {
    return [this.xs[corner]!, this.ys[corner]!];
  }

  /** Where a corner stands in the feature as it was given. */
  placeOf(corner: number): RingPlace & { readonly corner: number } {
    const number = this.rings[corner]!;
    const feature = this.features[this.ringFeatures[number]!];
    const origin = feature!.origins[this.#parts[number]!]![this.#places[number]!]!;
    const at = corner - this.ringStarts[number]!;
    return { part: origin.part, ring: origin.ring, corner: origin.numbers?.[at] ?? at };
  }
}

function eachRing(
  features: readonly (SoundFeature | null)[],
  visit: (ring: readonly Point[], feature: number, part: number, place: number) => void,
): void {
  features.forEach((sound, feature) =>
    sound?.polygons.forEach((polygon, part) => polygon.forEach((ring, place) => visit(ring, feature, part, place))),
  );
}
