import type { EChartsCoreOption } from 'echarts/core';
import { shown, type ChartData } from './chart-data.ts';
import { axisLine, common, hatch, lettering, splitLine, type ChartStyle } from './chart-style.ts';
import { tipOf } from './tell-point.ts';

/** Bars from the left, one for each label from the top down, their parts end to end. */
export function drawBars(data: ChartData, style: ChartStyle): EChartsCoreOption {
  const { unit, ends } = data;
  const { scale, isNarrow } = style;
  return {
    ...common(style, tipOf(data)),
    grid: { left: 4, right: (ends ? 62 : 20) * scale, top: 32 * scale, bottom: 4, containLabel: true },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...data.labels],
      axisLine,
      axisTick: { show: false },
      axisLabel: {
        ...lettering(style),
        interval: 0,
        width: (isNarrow ? 104 : 168) * scale,
        overflow: 'truncate',
      },
    },
    xAxis: {
      type: 'value',
      splitNumber: isNarrow ? 3 : 5,
      axisLabel: { ...lettering(style), formatter: unit.brief, hideOverlap: true },
      splitLine,
    },
    series: data.series.map((series, index) => ({
      type: 'bar',
      name: series.name,
      stack: 'all',
      color: series.colour,
      barMaxWidth: 22 * scale,
      itemStyle: series.isHatched ? { decal: hatch } : {},
      data: series.values.map((value) => shown(value, unit)),
      ...(ends && index === data.series.length - 1
        ? {
            label: {
              ...lettering(style),
              show: true,
              position: 'right',
              formatter: ({ dataIndex }: { dataIndex: number }) => ends.texts[dataIndex] ?? '',
            },
          }
        : {}),
    })),
  };
}
