import type { Queries } from '../database/connect.ts';
import { person } from '../database/schema.ts';
import { oneTimePassword, storePerson } from './store-person.ts';

/** Makes the first admin when nobody is there yet, and says the password that works once. */
export async function makeFirstAdmin(queries: Queries, say: (line: string) => void): Promise<void> {
  const [somebody] = await queries.select({ id: person.id }).from(person).limit(1);
  if (somebody) return;
  const password = oneTimePassword();
  await storePerson(queries, { username: 'admin', name: '管理员', roles: ['admin'] }, password);
  say(`第一次登录 · first sign-in: admin / ${password} (只显示一次 · shown once)`);
}
