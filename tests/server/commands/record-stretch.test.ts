import { expect, test } from 'vitest';
import { done, refused, seqOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('record-stretch', (park) => {
  const input = {
    road: 'R0',
    layer: 'subgrade',
    side: 'full',
    fromMetres: 1700,
    toMetres: 1900,
    doneOn: '2007-12-05',
    plannedOn: null,
  };

  test('is refused for visitors: access.sign-in', async () => {
    expect(await refused(park().command('record-stretch', { basedOn: 0, input }, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
  });

  test('K1+700–K1+900 of the main road lengthens it, moves parcels to supply and is one event', async () => {
    const answer = await done(park().command('record-stretch', { basedOn: 0, input }));
    expect(answer.roads).toMatchObject([{ road: 'R0', layer: 'subgrade', beforeMetres: 1700, afterMetres: 1900 }]);
    expect(answer.moved.length).toBeGreaterThanOrEqual(3);
    expect(answer.moved.every(({ after }) => after === 'available')).toBe(true);
    const { events } = await stored(park());
    expect(events.at(-1)).toMatchObject({
      seq: answer.seq,
      command: 'record-stretch',
      effectiveOn: '2007-12-05',
      subjects: ['road:R0'],
      input,
    });
    const road = await park().getJson('/api/parks/jinling/roads/R0');
    expect(road).toMatchObject({
      layers: expect.arrayContaining([expect.objectContaining({ layer: 'subgrade', doneMetres: 1900 })]),
      serves: expect.arrayContaining([
        expect.objectContaining({ parcel: answer.moved[0]?.parcel, reachedOn: '2007-12-05' }),
      ]),
    });
  });

  test('refuses every case with its own code', async () => {
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const refusal = (change: object, based = basedOn) =>
      refused(park().command('record-stretch', { basedOn: based, input: { ...input, ...change } }));
    expect(await refusal({})).toMatchObject({ status: 409, code: 'stretch.already-recorded' });
    expect(await refusal({ toMetres: 99_999 })).toMatchObject({ status: 422, code: 'stretch.beyond-road' });
    expect(await refusal({ toMetres: 1700 })).toMatchObject({ status: 422, code: 'stretch.empty' });
    expect(await refusal({ road: 'R99' })).toMatchObject({ status: 404, code: 'road.unknown' });
    expect(await refusal({ toMetres: 2000, doneOn: '2107-01-01' })).toMatchObject({ status: 422, code: 'day.future' });
    expect(await refusal({ toMetres: 2000, doneOn: null, plannedOn: '2007-11-01' })).toMatchObject({
      status: 422,
      code: 'day.past',
    });
    expect(await refusal({ plannedOn: '2008-01-01' })).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await refusal({ toMetres: 2000 }, 0)).toMatchObject({ status: 409, code: 'road.stale' });
    expect(await stored(park())).toEqual(before);
  });
});
