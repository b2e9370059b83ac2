import { expect, test } from 'vitest';
import { done, parcelsThatAre, refused, seqOf, stateOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('assign-parcels', (park) => {
  const claim = { project: 'P-09', kind: 'reservation', fromOn: '2007-11-28', untilOn: null };

  test('is refused for visitors: access.sign-in', async () => {
    const parcels = await parcelsThatAre(park(), 'available');
    expect(
      await refused(park().command('assign-parcels', { basedOn: 0, input: { ...claim, parcels } }, null)),
    ).toMatchObject({ status: 401, code: 'access.sign-in' });
  });

  test('a reservation of two parcels moves them from free to reserved and is one event', async () => {
    const parcels = (await parcelsThatAre(park(), 'available')).slice(0, 2);
    const answer = await done(park().command('assign-parcels', { basedOn: 0, input: { ...claim, parcels } }));
    expect(answer.moved.map(({ parcel, after }) => [parcel, after])).toEqual(parcels.map((code) => [code, 'reserved']));
    const whole = answer.effect.rows.find(({ phase }) => phase === null)!;
    const moved = (name: string) => {
      const column = whole.columns.find(({ column: one }) => one === name);
      return (column?.afterSquareMetres ?? 0) - (column?.beforeSquareMetres ?? 0);
    };
    expect(moved('reserved')).toBeGreaterThan(0);
    expect(moved('free')).toBeCloseTo(-moved('reserved'), 6);
    const { events } = await stored(park());
    expect(events.at(-1)).toMatchObject({
      seq: answer.seq,
      command: 'assign-parcels',
      effectiveOn: '2007-11-28',
      subjects: expect.arrayContaining([...parcels.map((code) => `parcel:${code}`), 'project:P-09']),
    });
    const history = (await park().getJson('/api/parks/jinling/history?subject=project:P-09', '张三')) as {
      events: unknown[];
    };
    expect(history.events).toHaveLength(1);
    const { parcels: seen } = await stateOf(park());
    expect(seen.find(({ code }) => code === parcels[0])).toMatchObject({ claim: { project: 'P-09' } });
  });

  test('refuses every case with its own code', async () => {
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const [free = ''] = await parcelsThatAre(park(), 'available');
    const [levelled = ''] = await parcelsThatAre(park(), 'levelled');
    const { parcels } = await stateOf(park());
    const own = parcels.filter((parcel) => parcel.claim?.project === 'P-09').map(({ code }) => code);
    const refusal = (change: object, based = basedOn) =>
      refused(park().command('assign-parcels', { basedOn: based, input: { ...claim, parcels: [free], ...change } }));
    expect(await refusal({ parcels: own, project: 'P-10' })).toMatchObject({
      status: 409,
      code: 'parcel.claimed',
      detail: { project: 'P-09' },
    });
    expect(await refusal({ parcels: own })).toMatchObject({ status: 409, code: 'claim.unchanged' });
    expect(await refusal({ parcels: own, kind: 'hold' })).toMatchObject({ status: 422, code: 'claim.downgrade' });
    expect(await refusal({ parcels: [levelled], kind: 'contract' })).toMatchObject({
      status: 422,
      code: 'parcel.not-ready',
    });
    expect(await refusal({ parcels: ['Z-99'] })).toMatchObject({ status: 404, code: 'parcel.unknown' });
    expect(await refusal({ project: 'P-99' })).toMatchObject({ status: 404, code: 'project.unknown' });
    expect(await refusal({ untilOn: '2007-11-28' })).toMatchObject({ status: 422, code: 'claim.day-order' });
    expect(await refusal({ fromOn: '2107-01-01' })).toMatchObject({ status: 422, code: 'day.future' });
    expect(await refusal({ parcels: own, kind: 'contract' }, 0)).toMatchObject({ status: 409, code: 'parcel.stale' });
    expect(await stored(park())).toEqual(before);
  });

  test('the database itself refuses a second live claim: parcel.claimed', async () => {
    const { facts } = (await park().house.memories.of('jinling'))!;
    const [claimed = ''] = await parcelsThatAre(park(), 'reserved');
    const hidden = facts.claims.get(claimed)!;
    facts.claims.delete(claimed);
    const input = { ...claim, project: 'P-10', kind: 'hold', parcels: [claimed] };
    const before = await stored(park());
    expect(await refused(park().command('assign-parcels', { basedOn: facts.seq, input }))).toMatchObject({
      status: 409,
      code: 'parcel.claimed',
    });
    facts.claims.set(claimed, hidden);
    expect(await stored(park())).toEqual(before);
  });
});
