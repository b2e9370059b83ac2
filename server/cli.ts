import { readOrder, reportUsage } from './report/read-order.ts';
import { runReport } from './report/run-report.ts';
import { readSettings } from './settings.ts';
import { StartError } from './start-error.ts';
import { UsageError } from './usage-error.ts';

const terminal = {
  print: (content: Uint8Array | string) => void process.stdout.write(content),
  say: (line: string) => void process.stderr.write(`${line}\n`),
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof StartError;
  terminal.say(isExpected ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run([command, ...words]: readonly string[]): Promise<void> {
  if (command !== 'report') throw new UsageError(`Say what to do: ${reportUsage}`);
  if (words.includes('--help') || words.includes('-h')) return terminal.print(`${reportUsage}\n`);
  await runReport(readOrder(words), readSettings(process.env), terminal);
}
