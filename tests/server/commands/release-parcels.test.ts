import { expect, test } from 'vitest';
import { done, parcelsThatAre, refused, seqOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('release-parcels', (park) => {
  const input = { on: '2007-11-30', reason: '企业放弃' };

  test('is refused for visitors: access.sign-in', async () => {
    const parcels = await parcelsThatAre(park(), 'reserved');
    expect(
      await refused(park().command('release-parcels', { basedOn: 0, input: { ...input, parcels } }, null)),
    ).toMatchObject({ status: 401, code: 'access.sign-in' });
  });

  test('gives reserved land free again and is one event with its reason', async () => {
    const [parcel = ''] = await parcelsThatAre(park(), 'reserved');
    const answer = await done(
      park().command('release-parcels', { basedOn: 0, input: { ...input, parcels: [parcel] } }),
    );
    expect(answer.moved).toEqual([{ parcel, before: 'reserved', after: 'available' }]);
    const { events } = await stored(park());
    expect(events.at(-1)).toMatchObject({
      seq: answer.seq,
      command: 'release-parcels',
      effectiveOn: '2007-11-30',
      subjects: [`parcel:${parcel}`],
      reason: '企业放弃',
    });
  });

  test('refuses every case with its own code', async () => {
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const [free = ''] = await parcelsThatAre(park(), 'available');
    const refusal = (change: object) =>
      refused(park().command('release-parcels', { basedOn, input: { ...input, parcels: [free], ...change } }));
    expect(await refusal({})).toMatchObject({ status: 422, code: 'parcel.not-claimed' });
    expect(await refusal({ parcels: ['Z-99'] })).toMatchObject({ status: 404, code: 'parcel.unknown' });
    expect(await refusal({ on: '2107-01-01' })).toMatchObject({ status: 422, code: 'day.future' });
    expect(await refusal({ reason: ' ' })).toMatchObject({ status: 400, code: 'input.invalid', field: 'input.reason' });
    expect(await stored(park())).toEqual(before);
  });
});
