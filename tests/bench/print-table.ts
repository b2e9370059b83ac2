import type { Row } from './measure.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Prints the rows of one workload: peer | operations per second | milliseconds of a run | ratio | aim | correctness. */
export function printTable(rows: readonly Row[]): void {
  const [first] = rows;
  if (!first) return;
  const head = ['peer', `${first.operation}s/s`, 'ms/run', 'ours is', 'aim', 'correctness'];
  const lines = rows.map((row, index) => [
    row.peer,
    whole.format(row.operationsPerSecond),
    `${short.format(row.millisecondsPerRun)}${asideOf(row)}`,
    index === 0 ? '1×' : `${short.format(row.timesFaster)}×`,
    row.aims.map(({ text, isReached }) => `${text} ${isReached ? 'reached' : 'MISSED'}`).join(', '),
    row.correctness,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]!.length)));
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        [1, 2, 3].includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join(' | ');
  console.log(`\n${first.workload}`);
  console.log(format(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('-|-'));
  for (const line of lines) console.log(format(line));
}

function asideOf({ millisecondsAt99, processorSeconds, peakMegabytes }: Row): string {
  const asides = [
    millisecondsAt99 === undefined ? [] : `p99 ${short.format(millisecondsAt99)}`,
    processorSeconds === undefined ? [] : `cpu ${short.format(processorSeconds)} s`,
    peakMegabytes === undefined ? [] : `${whole.format(peakMegabytes)} MB`,
  ].flat();
  return asides.length === 0 ? '' : ` (${asides.join(', ')})`;
}
