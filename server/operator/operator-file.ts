import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How somebody who may read the data folder reaches the server that holds it. */
export interface OperatorFile {
  readonly url: string;
  readonly token: string;
}

const fileName = 'operator.json';

/** Leaves the file for the terminal; returns how to take it away. */
export function writeOperatorFile(folder: string, { url, token }: OperatorFile): () => void {
  const path = join(resolve(folder), fileName);
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, `${JSON.stringify({ url, token })}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(`${path}.new`, path);
  return () => {
    if (readOperatorFile(folder)?.token === token) rmSync(path, { force: true });
  };
}

/** The file in a data folder, or null when no server left one that can be read. */
export function readOperatorFile(folder: string): OperatorFile | null {
  try {
    const file = JSON.parse(readFileSync(join(resolve(folder), fileName), 'utf8')) as Partial<OperatorFile>;
    return typeof file.url === 'string' && typeof file.token === 'string' ? { url: file.url, token: file.token } : null;
  } catch {
    return null;
  }
}
