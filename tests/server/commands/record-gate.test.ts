import { expect, test } from 'vitest';
import { done, parcelsThatAre, refused, seqOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('record-gate', (park) => {
  const input = { parcels: ['A-01'], gate: 'levelled', doneOn: '2007-12-10', document: '场平验收单 7 号' };

  test('is refused for visitors: access.sign-in', async () => {
    const before = await stored(park());
    expect(await refused(park().command('record-gate', { basedOn: 0, input }, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
    expect(await stored(park())).toEqual(before);
  });

  test('a preview says what moves and writes nothing', async () => {
    const before = await stored(park());
    const answer = await done(park().command('record-gate', { basedOn: 0, input, preview: true }));
    expect(answer.event).toBeNull();
    expect(answer.changes).toHaveLength(1);
    expect(await stored(park())).toEqual(before);
  });

  test('stores the gate and one event', async () => {
    const answer = await done(park().command('record-gate', { basedOn: 0, input }, '李 四'));
    const { events, counts } = await stored(park());
    expect(events.at(-1)).toMatchObject({
      seq: answer.seq,
      actor: '李 四',
      command: 'record-gate',
      effectiveOn: '2007-12-10',
      subjects: ['parcel:A-01'],
      input,
      undoes: null,
    });
    expect(counts['seq']).toBe(answer.seq);
    const parcel = await park().getJson('/api/parks/jinling/parcels/A-01');
    expect(parcel).toMatchObject({
      gates: expect.arrayContaining([expect.objectContaining({ gate: 'levelled', doneOn: '2007-12-10' })]),
    });
  });

  test('refuses every case with its own code', async () => {
    const [planned = ''] = await parcelsThatAre(park(), 'planned');
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const refusal = (change: object) =>
      refused(park().command('record-gate', { basedOn, input: { ...input, ...change } }));
    expect(await refusal({})).toMatchObject({ status: 409, code: 'gate.unchanged' });
    expect(await refusal({ parcels: ['Z-99'] })).toMatchObject({
      status: 404,
      code: 'parcel.unknown',
      field: 'parcels',
    });
    expect(await refusal({ gate: 'road' })).toMatchObject({ status: 422, code: 'gate.derived', field: 'gate' });
    expect(await refusal({ doneOn: '2107-01-01' })).toMatchObject({ status: 422, code: 'day.future' });
    expect(await refusal({ parcels: [planned] })).toMatchObject({ status: 422, code: 'gate.order', field: 'doneOn' });
    expect(await refusal({ gate: 'blessed' })).toMatchObject({
      status: 400,
      code: 'input.invalid',
      field: 'input.gate',
    });
    expect(await stored(park())).toEqual(before);
  });
});
