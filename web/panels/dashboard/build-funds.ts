import type { FundsAnswer } from '../../answers/money.ts';
import { totals, type ChartData, type ChartSeries, type ChartUnit } from './chart-data.ts';

interface Words {
  readonly head: string;
  readonly total: string;
  readonly received: string;
  readonly due: string;
  readonly fund: (fund: FundsAnswer['funds'][number]) => string;
}

/** What each fund brought in by the day, and what is still planned to come. */
export function buildFunds({ funds }: Pick<FundsAnswer, 'funds'>, unit: ChartUnit, words: Words): ChartData {
  const series: ChartSeries[] = [
    {
      key: 'received',
      name: words.received,
      colour: '#2b6a54',
      values: funds.map(({ receivedYuan }) => receivedYuan),
    },
    {
      key: 'due',
      name: words.due,
      colour: '#c9a14a',
      values: funds.map(({ plannedYuan, receivedYuan }) => Math.max(0, plannedYuan - receivedYuan)),
      isHatched: true,
    },
  ];
  return {
    head: words.head,
    labels: funds.map(words.fund),
    unit,
    ends: { name: words.total, texts: totals(series).map((yuan) => unit.brief(yuan / unit.per)) },
    series,
  };
}
