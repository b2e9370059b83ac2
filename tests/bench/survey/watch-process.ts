import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface Spent {
  readonly seconds: number;
  /** Of all its threads, in user and system mode. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

export interface Ended extends Spent {
  /** Null when it was ended because it took too long. */
  readonly code: number | null;
  readonly said: string;
}

export interface Running {
  readonly cwd: string;
  readonly environment?: Record<string, string>;
  /** The file its output goes to. */
  readonly out: string;
  readonly atMostSeconds: number;
}

const everyMilliseconds = 20;
const ticksPerSecond = 100;

/** Runs a program to its end and looks what it needs (Linux: /proc). */
export async function runWatched(
  program: string,
  args: readonly string[],
  { cwd, environment = {}, out, atMostSeconds }: Running,
): Promise<Ended> {
  const file = openSync(out, 'w');
  const from = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', file, 'pipe'] });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const watch = watchProcesses(() => [child.pid!]);
  const deadline = setTimeout(() => child.kill('SIGKILL'), atMostSeconds * 1000);
  const code = await new Promise<number | null>((resolve) => child.on('close', (ended) => resolve(ended)));
  const seconds = (performance.now() - from) / 1000;
  clearTimeout(deadline);
  closeSync(file);
  return { code, said, seconds, ...watch.stop() };
}

/** Looks again and again at processes that come and go; what they needed together, each at its peak. */
export function watchProcesses(pids: () => readonly number[]) {
  const peaks = new Map<number, number>();
  const processor = new Map<number, number>();
  const look = () => {
    for (const pid of pids()) {
      try {
        const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
        if (!peak) continue;
        peaks.set(pid, Number(peak[1]));
        processor.set(pid, processorSecondsOf(pid));
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  const timer = setInterval(look, everyMilliseconds);
  look();
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return { peakMegabytes: sum(peaks) / 1024, processorSeconds: sum(processor) };
    },
  };
}

/** The processes a process has started itself. */
export function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

function processorSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in brackets, may hold blanks; what follows is counted from field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function sum(values: ReadonlyMap<number, number>): number {
  return [...values.values()].reduce((total, value) => total + value, 0);
}
