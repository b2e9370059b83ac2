import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { squareMetresPer } from '../../../domain/geometry/area-units.ts';
import { useView } from '../../state/view.ts';
import { formatArea } from '../../state/format-area.ts';
import { formatWanYuan } from '../../ui/format-money.ts';
import { formatNumber } from '../../ui/format-number.ts';
import type { ChartUnit } from './chart-data.ts';

/** The units of the charts in the reader's language and choice, and short texts for titles. */
export function useUnits() {
  const view = useView();
  const { t } = useI18n();
  const area = computed<ChartUnit>(() => {
    const { unit } = view;
    const digits = unit === 'ha' ? 1 : 0;
    return {
      name: t(`app.unit.${unit}`),
      per: squareMetresPer[unit],
      tell: (squareMetres) => formatArea(squareMetres, unit),
      brief: (value) => formatNumber(value, digits),
    };
  });
  const money = computed<ChartUnit>(() => ({
    name: t('dashboard.wanYuan'),
    per: 10_000,
    tell: formatWanYuan,
    brief: (value) => formatNumber(value, Number.isInteger(value) ? 0 : 2),
  }));
  const length = computed<ChartUnit>(() => ({
    name: t('dashboard.metres'),
    per: 1,
    tell: (metres) => formatNumber(metres, 1),
    brief: (value) => formatNumber(value, 0),
  }));
  const text = (unit: ComputedRef<ChartUnit>) => (stored: number) =>
    `${unit.value.brief(stored / unit.value.per)}\u00a0${unit.value.name}`;
  return { area, money, length, areaText: text(area), moneyText: text(money), lengthText: text(length) };
}
