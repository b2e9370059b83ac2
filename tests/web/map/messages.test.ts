import { describe, expect, it } from 'vitest';
import { mapLayerGroups, mapLayerKeys } from '../../../web/map/layer-keys.ts';
import { claimKinds, statuses, workKinds } from '../../../web/map/palette.ts';
import en from '../../../web/messages/en/map.ts';
import zh from '../../../web/messages/zh-CN/map.ts';

function paths(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? paths(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

describe('map messages', () => {
  it('are the same keys in both languages', () => {
    expect(paths(en)).toEqual(paths(zh));
  });
  it('name every layer, status, claim and kind of work', () => {
    expect(Object.keys(zh.layer).sort()).toEqual([...mapLayerKeys].sort());
    expect(Object.keys(zh.status)).toEqual(statuses);
    expect(Object.keys(zh.claim)).toEqual(claimKinds);
    expect(Object.keys(zh.work)).toEqual(workKinds);
  });
});

describe('mapLayerGroups', () => {
  it('hold every layer once', () => {
    expect(Object.values(mapLayerGroups).flat().sort()).toEqual([...mapLayerKeys].sort());
  });
});
