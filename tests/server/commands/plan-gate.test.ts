import { expect, test } from 'vitest';
import { done, refused, seqOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('plan-gate', (park) => {
  const input = { parcels: ['A-01'], gate: 'levelled', plannedOn: '2008-05-20' };

  test('is refused for visitors: access.sign-in', async () => {
    expect(await refused(park().command('plan-gate', { basedOn: 0, input }, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
  });

  test('stores the plan and one event', async () => {
    const answer = await done(park().command('plan-gate', { basedOn: 0, input }));
    const { events } = await stored(park());
    expect(events.at(-1)).toMatchObject({
      seq: answer.seq,
      command: 'plan-gate',
      effectiveOn: '2008-05-20',
      subjects: ['parcel:A-01'],
      input,
    });
    expect(answer.effect).toMatchObject({ on: '2008-05-20', known: '2007-11-30' });
  });

  test('refuses every case with its own code', async () => {
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const refusal = (change: object) =>
      refused(park().command('plan-gate', { basedOn, input: { ...input, ...change } }));
    expect(await refusal({})).toMatchObject({ status: 409, code: 'gate.unchanged' });
    expect(await refusal({ gate: 'approved' })).toMatchObject({ status: 409, code: 'gate.already-done' });
    expect(await refusal({ plannedOn: '2007-11-30' })).toMatchObject({ status: 422, code: 'day.past' });
    expect(await refusal({ parcels: ['Z-99'] })).toMatchObject({ status: 404, code: 'parcel.unknown' });
    expect(await refusal({ gate: 'power' })).toMatchObject({ status: 422, code: 'gate.derived' });
    expect(
      await refused(park().command('plan-gate', { basedOn: 0, input: { ...input, plannedOn: '2008-06-01' } })),
    ).toMatchObject({
      status: 409,
      code: 'parcel.stale',
      detail: { parcel: 'A-01', basedOn: 0, seq: basedOn },
    });
    expect(await stored(park())).toEqual(before);
  });
});
