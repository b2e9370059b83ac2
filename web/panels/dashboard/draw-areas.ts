import type { EChartsCoreOption } from 'echarts/core';
import { daysBetween } from '../../../domain/day.ts';
import { shown, type ChartData, type ChartSeries } from './chart-data.ts';
import { axisLine, common, ink, lettering, splitLine, type ChartStyle } from './chart-style.ts';
import { goalLine } from './draw-columns.ts';
import { tipOfDay } from './tell-point.ts';

export interface Moment {
  readonly name: string;
  readonly day: string;
  readonly colour: string;
}

/** Areas on top of one another along the days that are the labels: full up to the known day, pale after it. */
export function drawAreas(data: ChartData, style: ChartStyle, moments: readonly Moment[]): EChartsCoreOption {
  const { unit, labels, forecast = [], goal = null } = data;
  const { scale } = style;
  const firstAhead = forecast.indexOf(true);
  const known = firstAhead === -1 ? labels.length - 1 : Math.max(0, firstAhead - 1);
  const part = (series: ChartSeries, isAhead: boolean) => ({
    type: 'line',
    name: series.name,
    stack: isAhead ? 'ahead' : 'done',
    color: series.colour,
    symbol: 'none',
    lineStyle: { width: scale, color: isAhead ? ink.soft : ink.strong, opacity: isAhead ? 0.35 : 0.5 },
    areaStyle: { color: series.colour, opacity: isAhead ? 0.45 : 0.95 },
    emphasis: { disabled: true },
    data: labels.flatMap((day, at) => {
      const isHere = isAhead ? at >= known : at <= known;
      return isHere ? [[day, shown(series.values[at] ?? null, unit)]] : [];
    }),
  });
  const ahead = firstAhead === -1 ? [] : data.series.map((series) => part(series, true));
  return {
    ...common(style, tipOfDay(data)),
    useUTC: true,
    grid: { left: 4, right: 16 * scale, top: 58 * scale, bottom: 4, containLabel: true },
    xAxis: {
      type: 'time',
      axisLine,
      axisLabel: { ...lettering(style), hideOverlap: true, formatter: '{yyyy}-{MM}' },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: unit.name,
      nameTextStyle: { ...lettering(style), align: 'left' },
      axisLabel: { ...lettering(style), formatter: unit.brief },
      splitLine,
    },
    series: [
      ...data.series.map((series) => part(series, false)),
      ...ahead,
      { type: 'line', name: '', data: [], silent: true, markLine: momentLines(moments, labels, style) },
      ...(goal
        ? [
            {
              type: 'line',
              name: '',
              data: [],
              silent: true,
              markLine: goalLine(goal.name, goal.value / unit.per, style),
            },
          ]
        : []),
    ],
  };
}

/** Near an end of the axis a name is written towards the middle. */
function sideOf(day: string, labels: readonly string[]): 'left' | 'center' | 'right' {
  const [first = day, last = day] = [labels[0], labels.at(-1)];
  const part = daysBetween(first, day) / Math.max(1, daysBetween(first, last));
  return part < 0.15 ? 'left' : part > 0.85 ? 'right' : 'center';
}

function momentLines(moments: readonly Moment[], labels: readonly string[], style: ChartStyle) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    data: moments.map(({ name, day, colour }, index) => ({
      xAxis: day,
      lineStyle: { color: colour, width: 1.5 * style.scale, type: index === 0 ? 'solid' : 'dashed' },
      label: {
        ...lettering(style, colour),
        formatter: name,
        position: 'end',
        align: sideOf(day, labels),
        distance: index === 0 ? 4 : 4 + 15 * style.scale,
      },
    })),
  };
}
