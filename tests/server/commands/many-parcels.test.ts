import { z } from 'zod';
import { expect, test } from 'vitest';
import { done, parcelsThatAre, refused, seqOf } from '../../support/answers.ts';
import { addParcels } from '../../support/many-parcels.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored, type TestPark } from '../../support/test-park.ts';

onEngines('a command for many parcels', (park) => {
  const levelled = { gate: 'levelled', doneOn: '2007-12-10', document: null };

  test('partial: leaves out the parcels that cannot, says why, previews the rest and writes nothing', async () => {
    const able = await parcelsThatAre(park(), 'acquired');
    const [planned = ''] = await parcelsThatAre(park(), 'planned');
    expect(able.length).toBeGreaterThan(1);
    const before = await stored(park());
    const basedOn = await seqOf(park());
    const preview = (parcels: string[], partial: boolean) =>
      park().command('record-gate', { basedOn, input: { ...levelled, parcels }, preview: true, partial });

    const answer = await done(preview([planned, ...able, 'Z-99', planned], true));
    expect(answer.refused).toMatchObject([
      { parcel: planned, code: 'gate.order', field: 'doneOn', detail: { parcel: planned, gate: 'levelled' } },
      { parcel: 'Z-99', code: 'parcel.unknown', field: 'parcels', detail: { parcel: 'Z-99' } },
    ]);
    const rest = await done(preview(able, false));
    expect(rest.refused).toEqual([]);
    expect({ ...answer, refused: [] }).toEqual(rest);
    expect(await refused(preview([planned, ...able], false))).toMatchObject({ status: 422, code: 'gate.order' });
    expect(await stored(park())).toEqual(before);
  });

  test('partial with no parcel left: the first refusal; so is what refuses them all', async () => {
    const [first = '', second = ''] = await parcelsThatAre(park(), 'planned');
    const basedOn = await seqOf(park());
    const preview = (input: object) =>
      park().command('record-gate', { basedOn, input: { ...levelled, ...input }, preview: true, partial: true });
    expect(await refused(preview({ parcels: [first, second] }))).toMatchObject({
      code: 'gate.order',
      detail: { parcel: first },
    });
    const able = await parcelsThatAre(park(), 'acquired');
    expect(await refused(preview({ parcels: able, doneOn: '2107-01-01' }))).toMatchObject({ code: 'day.future' });
    expect(await refused(preview({ parcels: able, gate: 'road' }))).toMatchObject({ code: 'gate.derived' });
  });

  test('partial goes for plans, claims and releases too', async () => {
    const free = await freeParcels(park());
    const { projects } = z
      .object({ projects: z.array(z.object({ code: z.string(), stage: z.string().nullable() })) })
      .parse(await park().getJson('/api/parks/jinling/projects'));
    const project = projects.find(({ stage }) => stage === 'planned')?.code;
    const { parcel: held } = await heldParcel(park());
    const basedOn = await seqOf(park());
    const partial = { basedOn, preview: true, partial: true };
    const claim = { project, kind: 'hold', fromOn: '2007-11-30', untilOn: null };
    const claimed = await done(
      park().command('assign-parcels', { ...partial, input: { ...claim, parcels: [...free.slice(0, 2), held] } }),
    );
    expect(claimed.refused).toMatchObject([{ parcel: held, code: 'parcel.claimed' }]);
    expect(claimed.changes.filter(({ table }) => table === 'claim')).toHaveLength(2);

    const release = { on: '2007-11-30', reason: '退出', parcels: [held, ...free.slice(0, 2)] };
    const released = await done(park().command('release-parcels', { ...partial, input: release }));
    expect(released.refused.map(({ code }) => code)).toEqual(['parcel.not-claimed', 'parcel.not-claimed']);
    expect(released.changes).toHaveLength(1);

    const [acquired = ''] = await parcelsThatAre(park(), 'acquired');
    const plan = { gate: 'levelled', plannedOn: '2008-09-01', document: null, parcels: [free[0], acquired] };
    const planned = await done(park().command('plan-gate', { ...partial, input: plan }));
    expect(planned.refused).toMatchObject([{ parcel: free[0], code: 'gate.already-done' }]);
    expect(planned.changes).toHaveLength(1);
  });

  test('partial is only for previews, and no back door for who may not', async () => {
    const able = await parcelsThatAre(park(), 'acquired');
    const input = { ...levelled, parcels: able };
    const basedOn = await seqOf(park());
    const before = await stored(park());
    expect(await refused(park().command('record-gate', { basedOn, input, partial: true }))).toMatchObject({
      status: 400,
      code: 'input.invalid',
      field: 'partial',
    });
    const clerk = { name: '路员', roles: ['road-clerk' as const] };
    expect(
      await refused(park().command('record-gate', { basedOn, input, preview: true, partial: true }, clerk)),
    ).toMatchObject({ status: 403, code: 'access.not-allowed' });
    expect(await stored(park())).toEqual(before);
  });

  test('a parcel somebody else has touched is no reason to leave it out: the whole preview is stale', async () => {
    const [first = '', second = ''] = await parcelsThatAre(park(), 'acquired');
    const basedOn = await seqOf(park());
    const input = { ...levelled, parcels: [first] };
    const { event } = await done(park().command('record-gate', { basedOn, input }));
    const stale = {
      basedOn,
      preview: true,
      partial: true,
      input: { ...levelled, gate: 'telecom', parcels: [second, first] },
    };
    expect(await refused(park().command('record-gate', stale))).toMatchObject({
      code: 'parcel.stale',
      detail: { parcel: first },
    });
    await done(park().command('undo', { basedOn: await seqOf(park()), input: { seq: event!.seq } }));
  });

  test('2,000 parcels: one event, one undo, the account moves by exactly their sum; the memory stays the database', async () => {
    const parcels = await addParcels(park(), 2000);
    const before = await stored(park());
    const accountBefore = await park().getJson('/api/parks/jinling/account');
    const basedOn = await seqOf(park());
    const input = { parcels, gate: 'approved', doneOn: '2007-06-01', document: '闽政地〔2007〕一号' };
    const answer = await done(park().command('record-gate', { basedOn, input }));
    expect(answer.changes).toHaveLength(2000);
    expect(answer.moved).toHaveLength(2000);
    const column = answer.effect.rows.at(-1)!.columns.find((one) => one.column === 'approved')!;
    const { parcel } = z
      .object({ parcel: z.object({ squareMetres: z.number() }) })
      .parse(await park().getJson('/api/parks/jinling/parcels/X-1'));
    const twice = (metres: number) => Math.round(metres * 2_000_000);
    expect(twice(column.afterSquareMetres) - twice(column.beforeSquareMetres)).toBe(twice(parcel.squareMetres) * 2000);

    const after = await stored(park());
    expect(after.counts).toMatchObject({
      seq: before.counts['seq']! + 1,
      event: before.counts['event']! + 1,
      gate: before.counts['gate']! + 2000,
      event_subject: before.counts['event_subject']! + 2000,
    });
    await done(park().command('undo', { basedOn: answer.seq, input: { seq: answer.seq } }));
    expect((await stored(park())).counts['gate']).toBe(before.counts['gate']);
    expect(rowsOf(await park().getJson('/api/parks/jinling/account'))).toEqual(rowsOf(accountBefore));
    const remembered = await park().getJson('/api/parks/jinling/state');
    await (await park().house.memories.of('jinling'))!.rebuild(park().house.database.queries);
    expect(await park().getJson('/api/parks/jinling/state')).toEqual(remembered);
  });

  test('2,000 codes fit into a request, one more is refused', async () => {
    const basedOn = await seqOf(park());
    const codes = (count: number) =>
      Array.from({ length: count }, (_, index) => `GZ-JL-2007-A-${String(index).padStart(6, '0')}`);
    const give = (parcels: string[]) =>
      refused(
        park().command('record-gate', { basedOn, input: { ...levelled, parcels }, preview: true, partial: true }),
      );
    expect(await give(codes(2000))).toMatchObject({ code: 'parcel.unknown' });
    expect(await give(codes(2001))).toMatchObject({ code: 'input.invalid', field: 'input.parcels' });
  });
});

function rowsOf(account: unknown): unknown {
  return z.object({ rows: z.unknown() }).parse(account).rows;
}

async function freeParcels(park: TestPark): Promise<string[]> {
  return parcelsThatAre(park, 'available');
}

async function heldParcel(park: TestPark): Promise<{ parcel: string }> {
  const [parcel] = await parcelsThatAre(park, 'reserved');
  if (parcel === undefined) throw new Error('some land is reserved');
  return { parcel };
}
