import type { ChartData } from './chart-data.ts';

interface Pointed {
  readonly dataIndex: number;
  readonly axisValue?: unknown;
}

/** The tip over a chart: the row of the table that is pointed at. Built of nodes, so that no name is read as HTML. */
export function tipOf(data: ChartData, indexOf: (pointed: Pointed) => number = ({ dataIndex }) => dataIndex) {
  return (pointed: Pointed | readonly Pointed[]): HTMLElement => {
    const [first] = [pointed].flat() as Pointed[];
    const at = first ? indexOf(first) : -1;
    const box = document.createElement('div');
    const head = document.createElement('strong');
    head.textContent = data.labels[at] ?? '';
    box.append(head);
    for (const { name, colour, values } of data.series) {
      const value = values[at] ?? null;
      if (value === null) continue;
      const line = document.createElement('div');
      const dot = document.createElement('i');
      dot.className = 'dot';
      dot.style.background = colour;
      line.append(dot, ` ${name} ${data.unit.tell(value)} ${data.unit.name}`);
      box.append(line);
    }
    return box;
  };
}

/** On an axis of time the tip is asked for by milliseconds. */
export const tipOfDay = (data: ChartData) =>
  tipOf(data, ({ axisValue }) =>
    typeof axisValue === 'number' ? data.labels.indexOf(new Date(axisValue).toISOString().slice(0, 10)) : -1,
  );
