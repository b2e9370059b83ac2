import { readSettings, type Settings } from './settings.ts';
import { StartError } from './start-error.ts';
import type { Terminal } from './terminal/terminal.ts';
import { usages } from './terminal/usages.ts';
import { UsageError } from './usage-error.ts';

type Run = (words: readonly string[], settings: Settings, terminal: Terminal) => Promise<number | void>;

/** What a command needs is loaded when it is given. */
const commands: Readonly<Record<string, { usage: readonly string[]; load: () => Promise<Run> }>> = {
  report: { usage: [usages.report], load: async () => (await import('./report/run-report.ts')).runReportWords },
  backup: { usage: [usages.backup], load: async () => (await import('./backup/run-backup.ts')).runBackup },
  restore: { usage: [usages.restore], load: async () => (await import('./backup/run-restore.ts')).runRestore },
  check: { usage: [usages.check], load: async () => (await import('./survey/run-check.ts')).runCheck },
  import: { usage: [usages.import], load: async () => (await import('./imports/run-import.ts')).runImport },
  export: { usage: [usages.export], load: async () => (await import('./survey/export/run-export.ts')).runExport },
  user: { usage: Object.values(usages.user), load: async () => (await import('./terminal/run-user.ts')).runUser },
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
  if (['help', '--help', '-h'].includes(name)) return terminal.print(`${everything.join('\n')}\n`);
  if (!command) throw new UsageError(`Say what to do:\n${everything.join('\n')}`);
  if (words.includes('--help') || words.includes('-h')) return terminal.print(`${command.usage.join('\n')}\n`);
  const doIt = await command.load();
  process.exitCode = (await doIt(words, readSettings(process.env), terminal)) ?? 0;
}
