import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { accountColumns } from '../../domain/account/account.ts';
import { acts, commandNames, roles } from '../../domain/access/roles.ts';
import { gates, parcelStatuses } from '../../domain/parcel/schema.ts';
import { claimKinds, projectStages } from '../../domain/project/schema.ts';
import { refusalCodes } from '../../domain/refusals.ts';
import { roadLayers } from '../../domain/road/schema.ts';
import { workKinds } from '../../domain/work/schema.ts';
import { signInOutcomes } from '../../server/database/schema.ts';
import { i18n, readMessages, speak } from '../../web/i18n.ts';

const locales = ['zh-CN', 'en'] as const;
const messagesOf = { 'zh-CN': await readMessages('zh-CN'), en: await readMessages('en') };
const isCommand = (act: string) => commandNames.some((name) => name === act);
const web = fileURLToPath(new URL('../../web/', import.meta.url));

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}
const keys = Object.fromEntries(locales.map((locale) => [locale, new Set(keysOf(messagesOf[locale]))])) as Record<
  (typeof locales)[number],
  Set<string>
>;

function placeholders(value: unknown): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const walk = (inner: unknown, path: string): void => {
    if (typeof inner === 'string') found[path] = [...inner.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    else if (typeof inner === 'object' && inner !== null) {
      for (const [key, next] of Object.entries(inner)) walk(next, `${path}.${key}`);
    }
  };
  walk(value, '');
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'messages' ? [] : sources(`${path}/`);
    return /\.(vue|ts)$/.test(entry.name) ? [path] : [];
  });
}

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...keys['zh-CN']].sort()).toEqual([...keys.en].sort());
  });

  it('name the same values in both languages', () => {
    expect(placeholders(messagesOf.en)).toEqual(placeholders(messagesOf['zh-CN']));
  });

  it.each(refusalCodes)('say why: %s', (code) => {
    for (const locale of locales) expect(keys[locale]).toContain(`refusal.${code}`);
  });

  it('name every column, gate, status, layer, stage, claim, work, command, role, act and outcome', () => {
    const wanted = [
      ...accountColumns.flatMap((column) => [`account.column.${column}`, `account.meaning.${column}`]),
      ...gates.map((gate) => `parcel.gate.${gate}`),
      ...parcelStatuses.map((status) => `parcel.status.${status}`),
      ...roadLayers.map((layer) => `road.layer.${layer}`),
      ...projectStages.map((stage) => `project.stage.${stage}`),
      ...claimKinds.map((kind) => `project.claim.${kind}`),
      ...workKinds.map((kind) => `work.kind.${kind}`),
      ...commandNames.map((name) => `command.name.${name}`),
      ...roles.map((role) => `person.role.${role}`),
      ...acts.filter((act) => !isCommand(act)).map((act) => `person.act.${act}`),
      ...signInOutcomes.map((outcome) => `people.outcome.${outcome}`),
    ];
    expect(wanted.filter((key) => !keys.en.has(key))).toEqual([]);
  });

  it('exist for every key that is written out in the page', () => {
    const used = sources(web).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([a-zA-Z][\w.-]+\.[\w.-]+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(used.length).toBeGreaterThan(100);
    expect([...new Set(used)].filter((key) => !keys.en.has(key))).toEqual([]);
  });

  it('are spoken once they are there, and the last wish wins', async () => {
    await speak('en');
    expect(i18n.global.t('app.close')).toBe('Close');
    const [english, chinese] = [speak('en'), speak('zh-CN')];
    await Promise.all([english, chinese]);
    expect(i18n.global.locale.value).toBe('zh-CN');
    expect(i18n.global.t('app.close')).toBe('关闭');
  });

  it('can be read by the message compiler', async () => {
    await speak('en');
    await speak('zh-CN');
    const anything = new Proxy<Record<string, string>>({}, { get: () => 'x', has: () => true });
    for (const locale of locales) {
      const empty = [...keys[locale]].filter((key) => i18n.global.t(key, anything, { locale }) === '');
      expect(empty).toEqual([]);
    }
  });
});
