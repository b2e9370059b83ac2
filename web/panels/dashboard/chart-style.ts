/** The paper, inks and lettering of web/styles/theme.css, for drawings that cannot read style sheets. */
export const ink = {
  strong: '#20292c',
  soft: '#4d5957',
  edge: '#e3d9c6',
  cinnabar: '#a8321f',
  ochre: '#86580f',
} as const;
const sans = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";

export interface ChartStyle {
  /** 1 on a desk, more on a wall. */
  readonly scale: number;
  readonly isNarrow: boolean;
  readonly isStill: boolean;
  readonly forecastWord: string;
}

export const hatch = {
  color: 'rgba(253, 251, 246, 0.72)',
  dashArrayX: [1, 0],
  dashArrayY: [3, 4],
  rotation: -Math.PI / 4,
  symbolSize: 1,
};

export const lettering = ({ scale }: ChartStyle, colour: string = ink.soft) => ({
  color: colour,
  fontFamily: sans,
  fontSize: Math.round(12 * scale),
});

/** What every chart has: its lettering, its motion, its legend and its tip. */
export function common(style: ChartStyle, tip: (pointed: never) => HTMLElement) {
  const text = lettering(style, ink.strong);
  return {
    animation: !style.isStill,
    animationDuration: 350,
    textStyle: text,
    legend: {
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 12 * style.scale,
      itemHeight: 10 * style.scale,
      itemGap: 12 * style.scale,
      textStyle: text,
      type: style.isNarrow ? ('scroll' as const) : ('plain' as const),
    },
    tooltip: {
      trigger: 'axis' as const,
      confine: true,
      formatter: tip,
      backgroundColor: '#fffdf9',
      borderColor: ink.edge,
      textStyle: text,
      axisPointer: { type: 'shadow' as const, shadowStyle: { color: 'rgba(32, 41, 44, 0.06)' } },
    },
  };
}

export const axisLine = { lineStyle: { color: '#8d8471' } };
export const splitLine = { lineStyle: { color: ink.edge } };
