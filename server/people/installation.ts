import { randomBytes } from 'node:crypto';
import type { Queries } from '../database/connect.ts';
import { installation } from '../database/schema.ts';

/** The secret that signs cookies: made once, the same for every process on this database. */
export async function installationSecret(queries: Queries): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  await queries.insert(installation).values({ secret: made }).onConflictDoNothing();
  const [row] = await queries.select({ secret: installation.secret }).from(installation);
  if (!row) throw new Error('the secret of this installation is gone');
  return row.secret;
}
