import { squareMetres } from '../../../geometry/area.ts';
import { inferAreaUnit } from '../../infer-area-unit.ts';
import type { AreaUnit } from '../../survey-file.ts';
import type { PlacedFeature, Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import type { SoundFeature } from './check-feature.ts';

const squareMetresPer: Readonly<Record<AreaUnit, number>> = {
  'square-metre': 1,
  hectare: 10_000,
  mu: 2000 / 3,
  'square-kilometre': 1_000_000,
};

/** Tells a declared area that differs from the area of the corners by more than the tolerance; 0 declares nothing. */
export function checkDeclaredArea(
  { declaredArea }: PlacedFeature,
  { twiceAreaSquareMillimetres, isUnsound }: SoundFeature,
  feature: number,
  limits: CheckLimits,
  report: Report,
): void {
  if (declaredArea === null || declaredArea.value === 0 || isUnsound) return;
  const computedSquareMetres = squareMetres(twiceAreaSquareMillimetres);
  const unit = declaredArea.unit ?? inferAreaUnit(declaredArea.value, computedSquareMetres);
  const declaredSquareMetres = unit === null ? null : declaredArea.value * squareMetresPer[unit];
  const allowed = Math.max(limits.declaredSquareMetres, limits.declaredShare * computedSquareMetres);
  if (declaredSquareMetres !== null && Math.abs(declaredSquareMetres - computedSquareMetres) <= allowed) return;
  const differenceSquareMetres = declaredSquareMetres === null ? null : declaredSquareMetres - computedSquareMetres;
  const detail = {
    declared: declaredArea.value,
    unit,
    declaredSquareMetres,
    computedSquareMetres,
    differenceSquareMetres,
  };
  report({ code: 'declared-area', feature, detail });
}
