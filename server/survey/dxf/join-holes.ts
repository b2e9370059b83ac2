import { nestRingNumbers } from '../../../domain/survey/nest-rings.ts';
import type { Position, SurveyFeature } from '../../../domain/survey/survey-file.ts';

/** End of the names of layers that hold holes; `writeDxf` draws them there, since a drawing knows closed lines only. */
export const holeLayerEnd = '_内圈';

export interface Drawn {
  readonly layer: string;
  readonly feature: SurveyFeature;
}

/** Closed lines of a layer of holes, put as holes into the land of the layer they belong to; others stay as they are. */
export function joinHoles(drawn: readonly Drawn[]): Drawn[] {
  const joined = new Map<number, Drawn | null>();
  const layers = new Set(drawn.map(({ layer }) => layer).filter((layer) => layer.endsWith(holeLayerEnd)));
  for (const holes of layers) {
    const land = holes.slice(0, -holeLayerEnd.length);
    const numbers = drawn.flatMap(({ layer, feature }, index) =>
      (layer === land || layer === holes) && ringOf(feature) ? [index] : [],
    );
    const { polygons } = nestRingNumbers(numbers.map((index) => ringOf(drawn[index]!.feature)!));
    for (const [outer, ...inner] of polygons.map((polygon) => polygon.map((ring) => numbers[ring]!))) {
      const rings = inner.filter((index) => drawn[index]!.layer === holes);
      if (outer === undefined || drawn[outer]!.layer !== land || rings.length === 0) continue;
      const { feature } = drawn[outer]!;
      const polygon = [ringOf(feature)!, ...rings.map((index) => ringOf(drawn[index]!.feature)!)];
      joined.set(outer, { layer: land, feature: { ...feature, shape: { type: 'area', polygons: [polygon] } } });
      for (const index of rings) joined.set(index, null);
    }
  }
  return drawn.flatMap((one, index) => {
    const found = joined.get(index);
    return found === null ? [] : [found ?? one];
  });
}

/** The ring of land that is one closed line. */
function ringOf({ shape }: SurveyFeature): readonly Position[] | null {
  const [polygon, ...more] = shape?.type === 'area' ? shape.polygons : [];
  return polygon?.length === 1 && more.length === 0 ? polygon[0]! : null;
}
