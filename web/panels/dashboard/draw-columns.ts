import type { EChartsCoreOption } from 'echarts/core';
import { shown, type ChartData } from './chart-data.ts';
import { axisLine, common, hatch, ink, lettering, splitLine, type ChartStyle } from './chart-style.ts';
import { tipOf } from './tell-point.ts';

/** Stacked columns side by side; those after the known day are hatched; a goal is a line across. */
export function drawColumns(data: ChartData, style: ChartStyle, today: string | null): EChartsCoreOption {
  const { unit, forecast = [], goal = null } = data;
  const { scale } = style;
  return {
    ...common(style, tipOf(data)),
    grid: { left: 4, right: 12 * scale, top: 44 * scale, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...data.labels],
      axisLine,
      axisTick: { show: false },
      axisLabel: monthLabels(data.labels, style),
    },
    yAxis: {
      type: 'value',
      name: unit.name,
      nameTextStyle: { ...lettering(style), align: 'left' },
      axisLabel: { ...lettering(style), formatter: unit.brief },
      splitLine,
    },
    series: data.series.map((series, index) => ({
      type: 'bar',
      name: series.name,
      stack: 'all',
      color: series.colour,
      barCategoryGap: '28%',
      data: series.values.map((value, at) => ({
        value: shown(value, unit),
        itemStyle: {
          ...(forecast[at] ? { decal: hatch, opacity: 0.85 } : {}),
          ...(data.labels[at] === today ? { borderColor: ink.strong, borderWidth: 1.5 } : {}),
        },
      })),
      ...(index === 0 && goal ? { markLine: goalLine(goal.name, goal.value / unit.per, style) } : {}),
    })),
  };
}

export function goalLine(name: string, value: number, style: ChartStyle) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: ink.cinnabar, type: 'solid' as const, width: 1.5 * style.scale },
    label: {
      ...lettering(style, ink.cinnabar),
      formatter: name,
      position: 'insideStartTop' as const,
      fontWeight: 'bold' as const,
    },
    data: [{ yAxis: value }],
  };
}

/** 2007-12-31 → 12; the first label of a year tells the year. Where there is little room, quarters only. */
function monthLabels(days: readonly string[], style: ChartStyle) {
  const isShown = (day: string) => !style.isNarrow || Number(day.slice(5, 7)) % 3 === 0;
  const years = new Map<string, string>();
  for (const day of days) if (isShown(day) && !years.has(day.slice(0, 4))) years.set(day.slice(0, 4), day);
  return {
    ...lettering(style),
    interval: (_index: number, day: string) => isShown(day),
    formatter: (day: string) => {
      const month = String(Number(day.slice(5, 7)));
      return years.get(day.slice(0, 4)) === day ? `${month}\n${day.slice(0, 4)}` : month;
    },
  };
}
