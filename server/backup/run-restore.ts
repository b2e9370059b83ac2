import type { Settings } from '../settings.ts';
import { readWords } from '../terminal/read-words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { usages } from '../terminal/usages.ts';
import { restoreBackup } from './restore-backup.ts';
import { told } from './run-backup.ts';

/** Restores a backup into DATA_DIR or DATABASE_URL, which has to be empty. */
export async function runRestore(words: readonly string[], settings: Settings, { say }: Terminal): Promise<void> {
  const [file = ''] = readWords(words, usages.restore, { names: 1 }).names;
  const restored = await restoreBackup(file, settings);
  for (const line of told(restored)) say(line);
  for (const remark of restored.remarks) say(`!! ${remark}`);
  say(`${file} → ${settings.databaseUrl === null ? settings.dataFolder : 'DATABASE_URL'}`);
}
