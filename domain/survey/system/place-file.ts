import type { GridDefinition } from '../../geometry/grid.ts';
import type { Line, MultiPolygon, Point } from '../../geometry/shapes.ts';
import type { FilePlace, Position, SurveyFeature, SurveyFile, SurveyShape } from '../survey-file.ts';
import {
  isPlacingRefusal,
  makePlacer,
  type Placer,
  type Placing,
  type PlacingRefusal,
  type UnplacedCode,
} from './make-placer.ts';

/** A survey shape in whole millimetres from the park's origin. */
export type PlacedShape =
  | { readonly type: 'area'; readonly polygons: MultiPolygon }
  | { readonly type: 'line'; readonly lines: readonly Line[] }
  | { readonly type: 'points'; readonly points: readonly Point[] };

export interface PlacedFeature {
  readonly layer: string;
  readonly feature: SurveyFeature;
  /** Null when the record has no place, or one of its corners has a fault. */
  readonly shape: PlacedShape | null;
}

export interface PlaceFault {
  readonly code: UnplacedCode;
  readonly layer: string;
  readonly at: FilePlace;
  /** Corners of the record count from 1, through all its rings and parts. */
  readonly corner: number;
  /** The numbers as the file has them; not finite ones as words, so that the fault survives JSON. */
  readonly first: number | string;
  readonly second: number | string;
}

export interface PlacedFile {
  readonly features: readonly PlacedFeature[];
  readonly faults: readonly PlaceFault[];
}

/** Faults beyond this many are not listed: a file read in the wrong system has one at every corner. */
const mostFaults = 1000;

/** Every shape of a file on the park's millimetre grid, or why its numbers may not be placed at all. */
export function placeFile(file: SurveyFile, placing: Placing, park: GridDefinition): PlacedFile | PlacingRefusal {
  const place = makePlacer(placing, park);
  if (isPlacingRefusal(place)) return place;
  const faults: PlaceFault[] = [];
  const features = file.layers.flatMap((layer) =>
    layer.features.map((feature) => ({
      layer: layer.name,
      feature,
      shape: placeFeature(layer.name, feature, place, faults),
    })),
  );
  return { features, faults };
}

function placeFeature(layer: string, feature: SurveyFeature, place: Placer, faults: PlaceFault[]): PlacedShape | null {
  if (!feature.shape) return null;
  let corner = 0;
  let isWhole = true;
  const point = ([first, second]: Position): Point => {
    corner += 1;
    const placed = place(first, second);
    if (typeof placed !== 'string') return placed;
    isWhole = false;
    if (faults.length < mostFaults) {
      faults.push({ code: placed, layer, at: feature.at, corner, first: sayable(first), second: sayable(second) });
    }
    return [0, 0];
  };
  const shape = placeShape(feature.shape, point);
  return isWhole ? shape : null;
}

function placeShape(shape: SurveyShape, point: (position: Position) => Point): PlacedShape {
  switch (shape.type) {
    case 'area':
      return {
        type: 'area',
        polygons: shape.polygons.map((polygon) => polygon.map((ring) => ring.map((position) => point(position)))),
      };
    case 'line':
      return { type: 'line', lines: shape.lines.map((line) => line.map((position) => point(position))) };
    case 'points':
      return { type: 'points', points: shape.points.map((position) => point(position)) };
  }
}

function sayable(number: number): number | string {
  return Number.isFinite(number) ? number : String(number);
}
