import { Bench } from 'tinybench';
import type { Aim, Workload } from './workload.ts';

export interface Row {
  readonly workload: string;
  readonly operation: string;
  readonly peer: string;
  readonly operationsPerSecond: number;
  /** At the median. */
  readonly millisecondsPerRun: number;
  /** What 99 of 100 runs stay below, where runs are many and each of them counts. */
  readonly millisecondsAt99?: number;
  /** Of processes of their own: what all their threads took, and the most memory they had. */
  readonly processorSeconds?: number;
  readonly peakMegabytes?: number;
  /** How many times faster our peer is than this one. */
  readonly timesFaster: number;
  readonly aims: readonly { readonly text: string; readonly isReached: boolean }[];
  readonly isCorrect: boolean | null;
  readonly correctness: string;
}

/**
 * Checks a workload, then times its peers one after another in one process and compares their median runs with the
 * first. Runs should be short (a sample of the work, some milliseconds): long ones are interrupted on a shared machine.
 */
export async function measure(workload: Workload): Promise<Row[]> {
  const found = workload.check();
  const bench = new Bench({ time: 1200, warmupTime: 200, iterations: 2, warmupIterations: 1 });
  for (const { name, run } of workload.peers) bench.add(name, () => void run(), { async: false });
  await bench.run();
  const milliseconds = workload.peers.map(({ name }) => {
    const result = bench.getTask(name)?.result;
    if (result?.state !== 'completed') throw new Error(`${workload.name}: ${name} did not run to its end`);
    return result.latency.p50;
  });
  const rates = workload.peers.map(({ operations }, index) => (operations / milliseconds[index]!) * 1000);
  const timesFaster = rates.map((rate) => rates[0]! / rate);
  return workload.peers.map((peer, index) => {
    const correctness = found.find((finding) => finding.peer === peer.name);
    return {
      workload: workload.name,
      operation: workload.operation,
      peer: peer.name,
      operationsPerSecond: rates[index]!,
      millisecondsPerRun: milliseconds[index]!,
      timesFaster: timesFaster[index]!,
      aims: workload.aims.flatMap((aim) =>
        reached(aim, peer.name, index === 0, timesFaster[index]!, milliseconds[index]!),
      ),
      isCorrect: correctness?.isCorrect ?? null,
      correctness: correctness?.text ?? '',
    };
  });
}

function reached(aim: Aim, peer: string, isOurs: boolean, times: number, milliseconds: number): Row['aims'] {
  if (aim.kind === 'times') {
    return aim.peer === peer ? [{ text: `≥ ${aim.atLeast}×`, isReached: times >= aim.atLeast }] : [];
  }
  return isOurs ? [{ text: `≤ ${aim.atMost} ms`, isReached: milliseconds <= aim.atMost }] : [];
}
