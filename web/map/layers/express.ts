import type { ExpressionSpecification } from 'maplibre-gl';
import type { Drawing } from '../drawing.ts';

export type Expression = ExpressionSpecification;

const equatorMetresPerPixel = 78_271.516964;

/** Pixels on screen of one metre at a zoom (tiles of 512 px). */
export function pixelsPerMetre(zoom: number, latitude: number): number {
  return 2 ** zoom / (equatorMetresPerPixel * Math.cos((latitude * Math.PI) / 180));
}

/** A width true to scale, never below `leastPixels`; `metres` is a number or a property. */
export function metreWidth(
  metres: number | Expression,
  latitude: number,
  leastPixels: number,
  times: number | Expression = 1,
): Expression {
  const at = (zoom: number): Expression => [
    '*',
    times,
    ['max', leastPixels, ['*', metres, pixelsPerMetre(zoom, latitude)]],
  ];
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    ...[11, 12, 13, 14, 15, 16, 17, 20].flatMap((zoom) => [zoom, at(zoom)]),
  ] as unknown as Expression;
}

/** Linear by zoom. */
export function byZoom(...stops: readonly (readonly [zoom: number, value: number | string])[]): Expression {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as Expression;
}

/** Whether the feature has this much room around its label point, in pixels at the zoom of its tile. */
export function hasRoom(pixels: number, latitude: number): Expression {
  return ['>=', ['*', ['get', 'roomMetres'], ['^', 2, ['zoom']]], pixels / pixelsPerMetre(0, latitude)];
}

export function nameIn({ locale }: Pick<Drawing, 'locale'>): Expression {
  return isEnglish(locale) ? ['coalesce', ['get', 'nameEn'], ['get', 'name'], ''] : ['coalesce', ['get', 'name'], ''];
}

export function isEnglish(locale: string): boolean {
  return locale.toLowerCase().startsWith('en');
}

/** Full when the state of the feature has this value, else invisible. */
export function onlyWhen(key: string, value: string | boolean, opacity: number | Expression = 1): Expression {
  return ['case', ['==', ['coalesce', ['feature-state', key], ''], value], opacity, 0];
}

/**
 * Opacity that steps back while something else is highlighted. It asks the state of the feature even while nothing is:
 * the map fails on a state set in the moment after a paint that follows states has become a constant.
 */
export function dimmable({ dimmed }: Pick<Drawing, 'dimmed'>, opacity: number, back = 0.22): Expression {
  return ['case', ['boolean', ['feature-state', 'hot'], false], opacity, dimmed ? opacity * back : opacity];
}

export function shown(isShown: boolean): 'visible' | 'none' {
  return isShown ? 'visible' : 'none';
}

export function propertyIs(key: string, ...values: readonly string[]): Expression {
  return ['in', ['get', key], ['literal', [...values]]];
}
