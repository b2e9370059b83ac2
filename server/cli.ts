import { backupUsage, runBackup } from './backup/run-backup.ts';
import { restoreUsage, runRestore } from './backup/run-restore.ts';
import { reportUsage, runReportWords } from './report/run-report.ts';
import { readSettings, type Settings } from './settings.ts';
import { StartError } from './start-error.ts';
import { runUser, userUsages } from './terminal/run-user.ts';
import type { Terminal } from './terminal/terminal.ts';
import { UsageError } from './usage-error.ts';

type Run = (words: readonly string[], settings: Settings, terminal: Terminal) => Promise<void>;

const commands: Readonly<Record<string, { usage: readonly string[]; run: Run }>> = {
  report: { usage: [reportUsage], run: runReportWords },
  backup: { usage: [backupUsage], run: runBackup },
  restore: { usage: [restoreUsage], run: runRestore },
  user: { usage: Object.values(userUsages), run: runUser },
};
const everything = Object.values(commands).flatMap(({ usage }) => usage);

const terminal: Terminal = {
  print: (content) => void process.stdout.write(content),
  say: (line) => void process.stderr.write(`${line}\n`),
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof StartError;
  terminal.say(isExpected ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run([name = '', ...words]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const asksForHelp = words.includes('--help') || words.includes('-h');
  if (['help', '--help', '-h'].includes(name)) return terminal.print(`${everything.join('\n')}\n`);
  if (!command) throw new UsageError(`Say what to do:\n${everything.join('\n')}`);
  if (asksForHelp) return terminal.print(`${command.usage.join('\n')}\n`);
  await command.run(words, readSettings(process.env), terminal);
}
