import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import type { SurveyFeature, SurveyFile, SurveyShape } from '../../domain/survey/survey-file.ts';
import { packLand, unpackLand, type PackedLand } from './packed-land.ts';

/** A file whose land goes from one thread to another beside it; millions of pairs of numbers take long to be copied. */
export interface PackedSurvey {
  readonly bare: SurveyFile;
  readonly land: PackedLand;
}

export function packSurvey(file: SurveyFile): PackedSurvey {
  const lands: MultiPolygon[] = [];
  const bare = withShapes(file, (shape) => {
    if (shape?.type !== 'area') return shape;
    lands.push(shape.polygons);
    return { type: 'area', polygons: [] };
  });
  return { bare, land: packLand(lands) };
}

export function unpackSurvey({ bare, land }: PackedSurvey): SurveyFile {
  const lands = unpackLand(land);
  let next = 0;
  return withShapes(bare, (shape) => (shape?.type === 'area' ? { type: 'area', polygons: lands[next++]! } : shape));
}

function withShapes(file: SurveyFile, change: (shape: SurveyShape | null) => SurveyShape | null): SurveyFile {
  const changed = (feature: SurveyFeature) => ({ ...feature, shape: change(feature.shape) });
  return { ...file, layers: file.layers.map((layer) => ({ ...layer, features: layer.features.map(changed) })) };
}
