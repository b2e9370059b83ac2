import { expect, test } from 'vitest';
import { loadFacts } from '../../../server/database/load-facts.ts';
import { done, refused, seqOf, stateOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

const clerk = { name: '周地', roles: ['land-clerk'] } as const;
const on = '2007-12-01';
const mu = 2000 / 3;

onEngines('a parcel is divided', (park) => {
  const give = async (input: object, more: object = {}) =>
    park().command('split-parcel', { basedOn: await seqOf(park()), input: { on, ...input }, ...more }, clerk);
  const ledger = async (day: string) =>
    (await park().getJson(`/api/parks/jinling/ledger?on=${day}`)) as {
      findings: { features: unknown[] };
      parcels: { code: string; planeSquareMetres: number }[];
    };
  const areas = async (codes: readonly string[]) => {
    const { parcels } = await ledger('2007-12-31');
    return codes.map((code) => parcels.find((parcel) => parcel.code === code)?.planeSquareMetres);
  };
  const offMainRoad = {
    parcel: 'D-03',
    codes: ['D-31', 'D-32'],
    cut: { by: 'areas', squareMetres: [12.5 * mu], from: 'start' },
  };

  test('12.5 mu off its end along the road: gates go on, the ledger balances, undone', async () => {
    const was = await ledger('2007-12-31');
    const before = await stored(park());
    const preview = await done(give(offMainRoad, { preview: true }));
    expect(preview.event).toBeNull();
    expect((await stored(park())).events).toHaveLength(before.events.length);

    const { seq, changes } = await done(give(offMainRoad, { reason: '招商用地' }));
    const event = (await stored(park())).events.at(-1)!;
    expect(event).toMatchObject({ command: 'split-parcel', reason: '招商用地', effectiveOn: on, actor: '周地' });
    expect(event.subjects).toContain('land:parcels');
    const [first, second] = await areas(['D-31', 'D-32']);
    expect(Math.abs(first! - 12.5 * mu)).toBeLessThanOrEqual(0.01);
    const [whole] = was.parcels.filter(({ code }) => code === 'D-03');
    expect(Math.abs(first! + second! - whole!.planeSquareMetres)).toBeLessThan(0.1);
    const now = await ledger('2007-12-31');
    expect(now.findings.features).toEqual(was.findings.features);
    const { parcels } = await stateOf(park(), '?on=2007-12-31');
    const statuses = ['D-03', 'D-31', 'D-32'].map((code) => parcels.find((one) => one.code === code)?.status);
    expect(statuses).toEqual([undefined, 'available', 'available']);
    const added = changes.flatMap((change) => (change.table === 'parcel' ? [change.after] : []));
    expect(added.map((row) => (row as { access: { road: string } }).access.road)).toHaveLength(2);

    const { facts } = (await park().house.memories.of('jinling'))!;
    const { facts: fresh } = (await loadFacts(park().house.database.queries, 'jinling'))!;
    expect(new Map(facts.parcels)).toEqual(new Map(fresh.parcels));

    // Codes are not used again, and what is gone is divided no more.
    expect(await refused(give(offMainRoad))).toMatchObject({ code: 'parcel.not-there' });
    const other = { ...offMainRoad, parcel: 'D-31', codes: ['D-03', 'D-34'], cut: { by: 'equal', from: 'end' } };
    expect(await refused(give(other))).toMatchObject({ code: 'parcel.exists', detail: { parcel: 'D-03' } });
    // A piece may be divided again, also on the same day.
    const again = await done(give({ ...other, codes: ['D-33', 'D-34', 'D-35'] }));
    const parts = await areas(['D-33', 'D-34', 'D-35']);
    expect(Math.max(...parts.map(Number)) - Math.min(...parts.map(Number))).toBeLessThan(0.06);
    expect((await ledger('2007-12-31')).findings.features).toEqual(was.findings.features);

    for (const undo of [again.seq, seq]) {
      const basedOn = await seqOf(park());
      await done(park().command('undo', { basedOn, input: { seq: undo, reason: null } }, clerk));
    }
    expect(await ledger('2007-12-31')).toEqual(was);
  });

  test('along a line drawn over it, as often as it crosses', async () => {
    const { features } = (await park().getJson('/api/parks/jinling/layers/parcels')) as {
      features: { properties: { code: string }; geometry: { coordinates: [number, number][][] } }[];
    };
    const ring = features.find(({ properties }) => properties.code === 'H-02')!.geometry.coordinates[0]!.slice(0, -1);
    const [east, north] = [0, 1].map((axis) => ring.reduce((sum, place) => sum + place[axis]!, 0) / ring.length);
    const line = [
      [east!, north! - 0.01],
      [east!, north! + 0.01],
    ];
    const { seq } = await done(give({ parcel: 'H-02', codes: ['H-21', 'H-22'], cut: { by: 'line', line } }));
    expect((await ledger('2007-12-31')).findings.features).toEqual([]);
    const [left, right] = await areas(['H-21', 'H-22']);
    expect(Math.min(left!, right!)).toBeGreaterThan(1000);
    await done(park().command('undo', { basedOn: seq, input: { seq, reason: null } }, clerk));
  });

  test('not: what is held, what is too large, by whom it is not for', async () => {
    const before = await stored(park());
    const held = { parcel: 'G-10', codes: ['G-91', 'G-92'], cut: { by: 'equal', from: 'start' } };
    expect(await refused(give(held))).toMatchObject({ code: 'parcel.claimed', detail: { parcel: 'G-10' } });
    const large = { ...offMainRoad, cut: { ...offMainRoad.cut, squareMetres: [1_000_000] } };
    expect(await refused(give(large))).toMatchObject({ code: 'split.area-too-large', field: 'cut' });
    const narrow = { ...offMainRoad, leastFrontageMetres: 500 };
    expect(await refused(give(narrow))).toMatchObject({
      code: 'split.frontage-too-short',
      detail: { piece: 1, wantedMetres: 500 },
    });
    expect(await refused(give({ ...offMainRoad, parcel: 'X-99' }))).toMatchObject({ code: 'parcel.unknown' });
    expect(await refused(give({ ...offMainRoad, on: '2099-01-01' }))).toMatchObject({ code: 'day.future' });
    expect(await refused(give({ ...offMainRoad, codes: ['one'] }))).toMatchObject({ code: 'input.invalid' });
    const order = { basedOn: await seqOf(park()), input: { on, ...offMainRoad } };
    const officer = { name: '王招', roles: ['investment-officer'] } as const;
    expect(await refused(park().command('split-parcel', order, officer))).toMatchObject({ code: 'access.not-allowed' });
    expect((await stored(park())).events).toHaveLength(before.events.length);
  });
});
