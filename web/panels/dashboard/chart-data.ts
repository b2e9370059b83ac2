/** How numbers of a chart are told: `per` of the stored unit (m², yuan, m) make one of the unit shown. */
export interface ChartUnit {
  readonly name: string;
  readonly per: number;
  /** The exact text of a stored number, without the unit. */
  readonly tell: (stored: number) => string;
  /** The text of a number on an axis or in a title, already in the unit shown. */
  readonly brief: (shown: number) => string;
}

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  /** In the stored unit, one for each label. */
  readonly values: readonly (number | null)[];
  /** Hatched: planned, not done. */
  readonly isHatched?: boolean;
}

/** What a chart and its table are both drawn from. */
export interface ChartData {
  /** What the labels are: the head of the first column of the table. */
  readonly head: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly unit: ChartUnit;
  /** For each label whether it lies after the known day. */
  readonly forecast?: readonly boolean[];
  /** A word at the end of each bar, made from its numbers. */
  readonly ends?: { readonly name: string; readonly texts: readonly string[] };
  /** A number that was promised, in the stored unit. */
  readonly goal?: { readonly name: string; readonly value: number } | null;
}

export const shown = (value: number | null, { per }: ChartUnit): number | null => (value === null ? null : value / per);

/** The whole of each bar or column, in the stored unit. */
export const totals = (series: readonly ChartSeries[]): number[] =>
  (series[0]?.values ?? []).map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
