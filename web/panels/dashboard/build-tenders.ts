import type { SectionsAnswer } from '../../answers/money.ts';
import { formatPercent } from '../../ui/format-number.ts';
import type { ChartData, ChartUnit } from './chart-data.ts';

interface Words {
  readonly head: string;
  readonly winning: string;
  readonly saved: string;
  readonly rate: string;
  readonly section: (section: SectionsAnswer['sections'][number]) => string;
}

/** The winning price of every section let by the day and what it lies below the control price; together they are that. */
export function buildTenders({ sections, tenders }: SectionsAnswer, unit: ChartUnit, words: Words): ChartData {
  const counted = new Set(tenders.sections);
  const rows = sections.flatMap((section) =>
    section.tender && counted.has(section.code)
      ? [
          {
            label: words.section(section),
            winningYuan: section.tender.winningYuan,
            controlYuan: section.tender.controlYuan,
          },
        ]
      : [],
  );
  return {
    head: words.head,
    labels: rows.map(({ label }) => label),
    unit,
    ends: {
      name: words.rate,
      texts: rows.map((row) => `−${formatPercent(row.controlYuan - row.winningYuan, row.controlYuan)}%`),
    },
    series: [
      { key: 'winning', name: words.winning, colour: '#5b7c99', values: rows.map((row) => row.winningYuan) },
      {
        key: 'saved',
        name: words.saved,
        colour: '#7fb59a',
        values: rows.map((row) => row.controlYuan - row.winningYuan),
        isHatched: true,
      },
    ],
  };
}
