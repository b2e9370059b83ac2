import { Problem } from './problem.ts';

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100']);
const readOnly: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', '25006', '42501']);

/**
 * What a full disk or a folder that cannot be written answers with, ours or that of the database; null for any other
 * error.
 */
export function diskProblem(error: unknown): Problem | null {
  for (let link = error; link instanceof Error; link = link.cause) {
    const { code, syscall } = link as NodeJS.ErrnoException;
    if (syscall === 'connect') return null;
    if (code !== undefined && full.has(code)) return new Problem({ status: 507, code: 'http.disk-full' });
    if (code !== undefined && readOnly.has(code)) return new Problem({ status: 503, code: 'http.read-only' });
  }
  return null;
}
