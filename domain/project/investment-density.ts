import { inUnit } from '../geometry/area-units.ts';

/** Yuan per 亩 (2000/3 m²) of land; null without land. */
export function yuanPerMu(yuan: number, twiceAreaSquareMillimetres: number): number | null {
  return twiceAreaSquareMillimetres === 0 ? null : yuan / inUnit(twiceAreaSquareMillimetres, 'mu');
}
