import { areaUnitWritten, inUnit } from '../geometry/area-units.ts';
import type { Target } from './schema.ts';
import type { Actual } from './target-actuals.ts';

/**
 * An actual value in the unit of its target: land in the unit of its area (亩, m², ha, km²), a finished work as the
 * whole quantity aimed at, roads by number, or all together where the target is not their number. Null where the unit
 * says nothing about the measure.
 */
export function quantityOf({ quantity, unitEn, measure }: Target, actual: Actual): number | null {
  const { codes, twiceAreaSquareMillimetres: twice } = actual;
  switch (measure?.kind) {
    case 'work':
      return codes.length === 0 ? 0 : (quantity ?? 1);
    case 'roads-finished':
      if (quantity === measure.roads.length) return codes.length;
      return codes.length === measure.roads.length ? (quantity ?? 1) : 0;
    default: {
      const unit = areaUnitWritten(unitEn ?? '');
      return twice === null || unit === null ? null : inUnit(twice, unit);
    }
  }
}
