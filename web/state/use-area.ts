import { useI18n } from 'vue-i18n';
import { formatArea, formatAreaChange, type AreaUnit } from './format-area.ts';
import { useView } from './view.ts';

/** Areas in the unit the reader chose. */
export function useArea() {
  const view = useView();
  const { t } = useI18n();
  const unitName = (unit: AreaUnit = view.unit) => t(`app.unit.${unit}`);
  return {
    number: (squareMetres: number) => formatArea(squareMetres, view.unit),
    change: (squareMetres: number) => formatAreaChange(squareMetres, view.unit),
    withUnit: (squareMetres: number, unit: AreaUnit = view.unit) =>
      `${formatArea(squareMetres, unit)} ${unitName(unit)}`,
    unitName,
  };
}
