import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../web/panels/dashboard/chart-data.ts';
import { drawAreas } from '../../../web/panels/dashboard/draw-areas.ts';

const style = { scale: 1, isNarrow: false, isStill: true, forecastWord: '' };
const data: ChartData = {
  head: 'day',
  labels: ['2007-10-31', '2007-11-30', '2007-12-31'],
  forecast: [false, false, true],
  unit: { name: '', per: 10, tell: String, brief: String },
  series: [{ key: 'a', name: 'a', colour: '#000', values: [10, 20, null] }],
};

interface Drawn {
  animation: boolean;
  series: {
    stack?: string;
    data: [string, number | null][];
    markLine?: { data: { xAxis?: string; yAxis?: number }[] };
  }[];
}
const draw = (drawn: ChartData) =>
  drawAreas(drawn, style, [{ name: 'now', day: '2007-11-30', colour: '#f00' }]) as unknown as Drawn;

describe('areas over time', () => {
  it('are full up to the known day, pale from it on, and meet there', () => {
    const { series, animation } = draw(data);
    expect(series.find(({ stack }) => stack === 'done')?.data).toEqual([
      ['2007-10-31', 1],
      ['2007-11-30', 2],
    ]);
    expect(series.find(({ stack }) => stack === 'ahead')?.data).toEqual([
      ['2007-11-30', 2],
      ['2007-12-31', null],
    ]);
    expect(animation).toBe(false);
  });

  it('have nothing pale when nothing is forecast', () => {
    const { series } = draw({ ...data, forecast: [false, false, false] });
    expect(series.some(({ stack }) => stack === 'ahead')).toBe(false);
    expect(series.find(({ stack }) => stack === 'done')?.data).toHaveLength(3);
  });

  it('mark the day looked at, and the goal in the unit shown', () => {
    const lines = draw({ ...data, goal: { name: 'goal', value: 40 } }).series.flatMap(
      ({ markLine }) => markLine?.data ?? [],
    );
    expect(lines.map(({ xAxis, yAxis }) => xAxis ?? yAxis)).toEqual(['2007-11-30', 4]);
  });
});
