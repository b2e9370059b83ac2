import { createHash } from 'node:crypto';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { accountAnswer } from '../../server/account/answers.ts';
import { loadFacts } from '../../server/database/load-facts.ts';
import { examinationAnswer } from '../../server/imports/answers.ts';
import { cutInTwo } from '../support/cut-in-two.ts';
import { done, refused, seqOf, stateOf } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';
import { jsonPost } from '../support/people.ts';
import { stored, type TestPark } from '../support/test-park.ts';

const clerk = { name: '周地', roles: ['land-clerk'] } as const;
const on = '2007-12-01';
const cgcs2000 = { system: 4490, isSwapped: false, droppedPrefix: null, transformation: null };

const keep = async (park: TestPark, content: string | Uint8Array, name = '地块.geojson') => {
  const answer = await (
    await park.as(clerk)
  )(`/api/parks/jinling/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: typeof content === 'string' ? content : Buffer.from(content),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { import: { id: string; sha256: string; bytes: number } }).import;
};
const examine = async (park: TestPark, id: string, question: object = {}) =>
  (await park.as(clerk))(`/api/parks/jinling/imports/${id}/examine`, jsonPost({ on, placing: cgcs2000, ...question }));
const examinedAs = async (park: TestPark, id: string, question: object = {}) => {
  const answer = await examine(park, id, question);
  expect(answer.status).toBe(200);
  return examinationAnswer.parse(await answer.json());
};
const placedOf = async (park: TestPark, id: string, question: object = {}) =>
  (await examinedAs(park, id, question)).placed!;
const entriesOf = async (park: TestPark, id: string, question: object = {}) =>
  (await placedOf(park, id, question)).entries;
/** The parcels as the map has them, in degrees. */
const layer = async (park: TestPark) =>
  (await park.getJson('/api/parks/jinling/layers/parcels')) as FeatureCollection<Polygon, { code: string }>;
const fileOf = (features: readonly Feature[]) => JSON.stringify({ type: 'FeatureCollection', features });
const plain = (feature: Feature<Polygon, { code: string }>) => ({
  ...feature,
  properties: { DKBH: feature.properties.code },
});
const parcelOf = async (park: TestPark, code: string) =>
  plain((await layer(park)).features.find(({ properties }) => properties.code === code)!);

onEngines('survey files are taken over', (park) => {
  const figures = async (day: string) => {
    const { rows } = accountAnswer.parse(await park().getJson(`/api/parks/jinling/account?on=${day}`));
    const { planned, available } = rows.at(-1)!.figures;
    return { planned: planned.squareMetres, available: available.squareMetres, codes: planned.codes };
  };
  const give = async (id: string, input: object = {}, body: object = {}) =>
    park().command(
      'import-land',
      { basedOn: await seqOf(park()), input: { import: id, on, placing: cgcs2000, chosen: 'all', ...input }, ...body },
      clerk,
    );
  const memoryIsStored = async () => {
    const { queries } = park().house.database;
    const { facts } = (await park().house.memories.of('jinling'))!;
    const { facts: fresh } = (await loadFacts(queries, 'jinling'))!;
    const plainOf = (maps: ReadonlyMap<string, ReadonlyMap<string, unknown>>) =>
      [...maps]
        .flatMap(([key, map]) => (map.size ? [[key, [...map]] as const] : []))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    expect(new Map(facts.parcels)).toEqual(new Map(fresh.parcels));
    expect(plainOf(facts.boundaries).map(([, own]) => new Map(own))).toEqual(
      plainOf(fresh.boundaries).map(([, own]) => new Map(own)),
    );
    expect(facts.touched.get('land:parcels')).toBe(fresh.touched.get('land:parcels'));
  };

  test('what the park hands out comes back as the same, and nothing is there to accept', async () => {
    const txt = await park().app.request('/api/parks/jinling/export?format=txt&encoding=gbk');
    const { id } = await keep(park(), new Uint8Array(await txt.arrayBuffer()), '全园.txt');
    const unplaced = examinationAnswer.parse(await (await examine(park(), id, { placing: null })).json());
    expect(unplaced).toMatchObject({ format: 'coordinate-txt', encoding: 'gb18030', placed: null });
    const [best] = unplaced.candidates;
    expect(best).toMatchObject({ isCertain: true, distanceMetres: 0 });
    expect(best!.reasons.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
    const { system, isSwapped, droppedPrefix } = best!;
    const placing = { system, isSwapped, droppedPrefix, transformation: null };
    const { entries, same } = await placedOf(park(), id, { placing, scope: 'whole' });
    expect(entries).toEqual([]);
    expect(same.parcels).toBe(109);
    expect(same.squareMetres).toBeCloseTo((await figures(on)).planned, 6);
    expect(await refused(give(id, { placing, scope: 'whole' }))).toMatchObject({ code: 'land.unchanged' });
  });

  test('a parcel cut in two: told before, one event, the account of every day, undone', async () => {
    const before = await stored(park());
    const was = await figures('2007-12-31');
    const { id, sha256 } = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'D-03'), ['D-31', 'D-32'])));
    const entries = await entriesOf(park(), id);
    expect(entries.map(({ kind, code, from }) => [kind, code, from])).toEqual([
      ['removed', 'D-03', []],
      ['added', 'D-31', ['D-03']],
      ['added', 'D-32', ['D-03']],
    ]);
    const [gone, ...parts] = entries;
    const sum = parts.reduce((all, { afterSquareMetres }) => all + afterSquareMetres!, 0);
    expect(Math.abs(sum - gone!.beforeSquareMetres!)).toBeLessThan(0.5);
    const preview = await done(give(id, {}, { preview: true }));
    expect(preview.event).toBeNull();
    expect((await stored(park())).events).toHaveLength(before.events.length);

    const { seq, changes } = await done(give(id, { reason: '分割' }));
    // One that ended, two that began, and a neighbour that was given the corner on its edge.
    expect(parts.map(({ joins }) => joins)).toEqual([['D-02'], ['D-02']]);
    expect(changes.filter(({ table }) => table === 'boundary')).toHaveLength(5);
    expect(await figures('2007-11-30')).toMatchObject({ codes: expect.arrayContaining(['D-03']) as string[] });
    const now = await figures('2007-12-31');
    expect(now.codes).toEqual(expect.arrayContaining(['D-31', 'D-32']));
    expect(now.codes).not.toContain('D-03');
    expect(Math.abs(now.available - was.available)).toBeLessThan(0.5);
    const { parcels } = await stateOf(park(), '?on=2007-12-31');
    const statusOf = (code: string) => parcels.find((parcel) => parcel.code === code)?.status;
    expect([statusOf('D-03'), statusOf('D-31')]).toEqual([undefined, 'available']);
    const drawn = (await layer(park())).features.filter(({ properties }) => /^D-(03|31|32)$/.test(properties.code));
    expect(drawn.map(({ properties }) => properties)).toMatchObject([
      { code: 'D-03', fromOn: null, untilOn: on },
      { code: 'D-31', fromOn: on, untilOn: null, phase: expect.any(String) as string },
      { code: 'D-32', fromOn: on, untilOn: null },
    ]);
    await memoryIsStored();
    const event = (await stored(park())).events.at(-1)!;
    expect(event).toMatchObject({ command: 'import-land', reason: '分割', effectiveOn: on, input: { import: id } });
    expect(event.subjects).toContain('land:parcels');

    // The file is kept as it came, and as long as land comes from it.
    const ask = await park().as(clerk);
    const file = Buffer.from(await (await ask(`/api/parks/jinling/imports/${id}/file`)).arrayBuffer());
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    const drop = ask(`/api/parks/jinling/imports/${id}`, { method: 'DELETE', headers: { origin: 'http://localhost' } });
    expect(await refused(drop)).toMatchObject({ code: 'import.in-use' });

    await done(park().command('undo', { basedOn: seq, input: { seq, reason: null } }, clerk));
    expect(await figures('2007-12-31')).toEqual(was);
    await memoryIsStored();
  });

  test('a division on a neighbour’s edge: the neighbour has the corner too, and the ledger balances on every day', async () => {
    const ledger = async (day: string) =>
      (await park().getJson(`/api/parks/jinling/ledger?on=${day}`)) as {
        findings: { features: unknown[] };
        rows: Record<string, number>[];
      };
    const was = await ledger('2007-12-31');
    const { id } = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'H-02'), ['H-21', 'H-22'])));
    const entries = await entriesOf(park(), id);
    expect(entries.flatMap(({ faults }) => faults)).toEqual([]);
    const joins = [...new Set(entries.flatMap((entry) => entry.joins))];
    expect(joins.length).toBeGreaterThan(0);
    const { seq, changes } = await done(give(id));
    const boundaries = changes.filter(({ table }) => table === 'boundary');
    expect(boundaries).toHaveLength(3 + 2 * joins.length);
    const now = await ledger('2007-12-31');
    expect(now.findings.features).toEqual(was.findings.features);
    expect(now.rows.map(({ residualSquareMetres }) => residualSquareMetres)).toEqual(was.rows.map(() => 0));
    await memoryIsStored();
    await done(park().command('undo', { basedOn: seq, input: { seq, reason: null } }, clerk));
    expect(await ledger('2007-12-31')).toEqual(was);
  });

  test('a boundary that moved: the claim and the gates stay, the day decides the area', async () => {
    const parcel = await parcelOf(park(), 'A-02');
    const ring = parcel.geometry.coordinates[0]!;
    // The fourth corner goes 40 cm towards the middle, so that no neighbour is met.
    const middle = ring
      .slice(0, -1)
      .reduce((a, b) => [a[0]! + b[0]! / (ring.length - 1), a[1]! + b[1]! / (ring.length - 1)], [0, 0]);
    const at = 3;
    ring[at] = ring[at]!.map((value, axis) => value + (middle[axis]! - value) * 0.004);
    const { id } = await keep(park(), fileOf([parcel]));
    const [entry, ...others] = await entriesOf(park(), id);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'reshaped', code: 'A-02', faults: [], project: expect.any(String) as string });
    expect(entry!.afterSquareMetres!).toBeLessThan(entry!.beforeSquareMetres!);
    const was = await figures('2007-11-30');
    const { seq } = await done(give(id));
    expect((await figures('2007-11-30')).planned).toBe(was.planned);
    const less = was.planned - (await figures('2007-12-01')).planned;
    expect(less).toBeCloseTo(entry!.beforeSquareMetres! - entry!.afterSquareMetres!, 6);
    const { claims, boundaries } = (await park().getJson('/api/parks/jinling/parcels/A-02?on=2007-12-01')) as {
      claims: unknown[];
      boundaries: { fromOn: string | null; untilOn: string | null }[];
    };
    expect(claims.length).toBeGreaterThan(0);
    expect(boundaries).toMatchObject([
      { fromOn: null, untilOn: on },
      { fromOn: on, untilOn: null },
    ]);
    const again = await parcelOf(park(), 'A-02');
    expect(again.geometry.coordinates).not.toEqual(parcel.geometry.coordinates);
    await done(park().command('undo', { basedOn: seq, input: { seq, reason: null } }, clerk));
  });

  describe('is refused, and nothing changes', () => {
    test('without a system that fits: import.not-placed', async () => {
      const { id } = await keep(park(), fileOf([await parcelOf(park(), 'A-02')]));
      const xian80 = { ...cgcs2000, system: 2363 };
      expect(await refused(give(id, { placing: xian80 }))).toMatchObject({
        code: 'import.not-placed',
        detail: { why: 'place.needs-shift' },
      });
    });

    test('for land that somebody holds and that would go: parcel.claimed', async () => {
      const { id } = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'G-10'), ['G-91', 'G-92'])));
      expect(await refused(give(id))).toMatchObject({ code: 'parcel.claimed', detail: { parcel: 'G-10' } });
    });

    test('for half of a division, and for land that overlaps what stays: import.cannot', async () => {
      const { id } = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'D-03'), ['D-31', 'D-32'])));
      const [removed, part] = await entriesOf(park(), id);
      expect(await refused(give(id, { chosen: [removed!.id] }))).toMatchObject({
        code: 'import.cannot',
        detail: { why: 'proposal.needs-missing' },
      });
      expect(await refused(give(id, { chosen: [part!.id] }))).toMatchObject({ code: 'import.cannot' });
      expect(await refused(give(id, { chosen: ['code:X-99'] }))).toMatchObject({
        code: 'import.cannot',
        detail: { why: 'proposal.entry-unknown' },
      });
    });

    test('when the land changed since it was looked at: land.stale', async () => {
      const early = await seqOf(park());
      const { id } = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'D-03'), ['D-33', 'D-34'])));
      const { seq } = await done(give(id));
      const other = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'H-03'), ['H-91', 'H-92'])));
      const late = { import: other.id, on, placing: cgcs2000, chosen: 'all' };
      expect(await refused(park().command('import-land', { basedOn: early, input: late }, clerk))).toMatchObject({
        code: 'land.stale',
      });
      const { seq: next } = await done(park().command('import-land', { basedOn: seq, input: late }, clerk));
      // Land is taken back from the end.
      expect(
        await refused(park().command('undo', { basedOn: next, input: { seq, reason: null } }, clerk)),
      ).toMatchObject({ code: 'undo.superseded', detail: { why: 'land', laterSeq: next } });
      await done(park().command('undo', { basedOn: next, input: { seq: next, reason: null } }, clerk));
      await done(park().command('undo', { basedOn: next + 1, input: { seq, reason: null } }, clerk));
      await memoryIsStored();
    });

    test('files that are none, days that are none, and files nobody kept', async () => {
      const { id } = await keep(park(), 'nothing of the kind', '地块.shp');
      expect(await refused(examine(park(), id))).toMatchObject({ code: 'import.unreadable' });
      const nobody = '00000000-0000-4000-8000-000000000000';
      expect(await refused(examine(park(), nobody))).toMatchObject({ code: 'import.unknown' });
      expect(await refused(give(nobody))).toMatchObject({ code: 'import.unknown' });
      const good = await keep(park(), fileOf(cutInTwo(await parcelOf(park(), 'D-03'), ['D-35', 'D-36'])));
      expect(await refused(give(good.id, { on: '2099-01-01' }))).toMatchObject({ code: 'day.future' });
      expect(await refused(give(good.id, { on: '1999-01-01' }))).toMatchObject({ code: 'day.before-park' });
      const ask = await park().as(clerk);
      const dropped = await ask(`/api/parks/jinling/imports/${good.id}`, {
        method: 'DELETE',
        headers: { origin: 'http://localhost' },
      });
      expect(dropped.status).toBe(200);
      expect(await refused(give(good.id))).toMatchObject({ code: 'import.unknown' });
      const empty = ask('/api/parks/jinling/imports?name=x', { method: 'POST', body: '' });
      expect(await refused(empty)).toMatchObject({ code: 'document.empty' });
    });

    test('of investment officers and visitors', async () => {
      const officer = await park().as({ name: '王招', roles: ['investment-officer'] });
      expect((await officer('/api/parks/jinling/imports')).status).toBe(403);
      expect((await park().app.request('/api/parks/jinling/imports')).status).toBe(401);
    });
  });
});
