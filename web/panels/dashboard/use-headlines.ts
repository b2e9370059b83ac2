import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';
import type { AccountColumn } from '../../../domain/account/account.ts';
import { useAccount } from '../../state/account.ts';
import { useOverview } from '../../state/overview.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { usePageLink } from '../../state/use-page-link.ts';
import { sumRoads } from './build-roads.ts';
import type { ChartUnit } from './chart-data.ts';
import { useUnits } from './use-units.ts';

export interface Headline {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  /** The map with what makes the figure up. */
  readonly to: RouteLocationRaw;
}

/** The figures one is asked for first, each with the way to what makes it up. */
export function useHeadlines() {
  const account = useAccount();
  const overview = useOverview();
  const projects = useProjects();
  const roads = useRoads();
  const link = usePageLink();
  const { t } = useI18n();
  const { area, money, length } = useUnits();

  return computed<Headline[]>(() => {
    const whole = account.answer?.rows.at(-1)?.figures;
    const booked = projects.projects.filter(({ stage }) => stage === 'reserved');
    const subgrade = sumRoads(roads.roads, 'subgrade');
    const paid = overview.sections?.payments.paidYuan;
    const land = (column: AccountColumn): Headline[] =>
      whole
        ? [
            {
              key: column,
              name: t(`account.column.${column}`),
              ...told(whole[column].squareMetres, area.value),
              note: t('dashboard.headline.parcels', { count: whole[column].codes.length }),
              to: link('map', { panel: 'account', figure: { column, phase: null } }),
            },
          ]
        : [];
    return [
      ...land('available'),
      ...land('developed'),
      ...land('contracted'),
      ...(projects.isLoaded
        ? [
            {
              key: 'booked',
              name: t('dashboard.headline.booked'),
              ...told(
                booked.reduce((sum, { totalInvestmentYuan }) => sum + totalInvestmentYuan, 0),
                money.value,
              ),
              note: t('dashboard.headline.projects', { count: booked.length }),
              to: link('map', { panel: 'projects', figure: null }),
            },
          ]
        : []),
      ...(subgrade.lengthMetres > 0
        ? [
            {
              key: 'subgrade',
              name: t('dashboard.headline.subgrade'),
              ...told(Math.max(subgrade.doneMetres, subgrade.expectedMetres), length.value),
              note: t('dashboard.headline.roads', { length: length.value.brief(subgrade.lengthMetres) }),
              to: link('map', { panel: 'works', figure: null, roadLayer: 'subgrade' }),
            },
          ]
        : []),
      ...(paid === undefined
        ? []
        : [
            {
              key: 'paid',
              name: t('dashboard.headline.paid'),
              ...told(paid, money.value),
              note: t('dashboard.headline.payments'),
              to: link('map', { panel: 'overview', figure: null }),
            },
          ]),
    ];
  });
}

const told = (stored: number, unit: ChartUnit) => ({ value: unit.brief(stored / unit.per), unit: unit.name });
