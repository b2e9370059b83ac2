import { expect, test } from 'vitest';
import { done, refused, seqOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('record-work', (park) => {
  const input = { work: 'W-02', doneOn: null, plannedOn: '2008-11-11' };
  const doneInput = { work: 'W-02', doneOn: '2008-10-10', plannedOn: null };

  test('is refused for visitors: access.sign-in', async () => {
    expect(await refused(park().command('record-work', { basedOn: 0, input }, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
  });

  test('plans and records a work, each as one event, and the works layer follows', async () => {
    const layer = async () => (await park().app.request('/api/parks/jinling/layers/works')).headers.get('etag');
    const [before, planned] = [await layer(), await done(park().command('record-work', { basedOn: 0, input }))];
    const recorded = await done(park().command('record-work', { basedOn: planned.seq, input: doneInput }));
    const { events } = await stored(park());
    expect(events).toMatchObject([
      { command: 'record-work', effectiveOn: '2008-11-11', subjects: ['work:W-02'], input },
      { command: 'record-work', effectiveOn: '2008-10-10', seq: recorded.seq, input: doneInput },
    ]);
    expect(await layer()).not.toBe(before);
  });

  test('refuses every case with its own code', async () => {
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const refusal = (change: object, based = basedOn) =>
      refused(park().command('record-work', { basedOn: based, input: { ...doneInput, ...change } }));
    expect(await refusal({})).toMatchObject({ status: 409, code: 'work.unchanged' });
    expect(await refusal({ doneOn: null, plannedOn: '2008-12-12' })).toMatchObject({
      status: 409,
      code: 'work.already-done',
    });
    expect(await refusal({ work: 'W-99' })).toMatchObject({ status: 404, code: 'work.unknown' });
    expect(await refusal({ doneOn: '2107-01-01' })).toMatchObject({ status: 422, code: 'day.future' });
    expect(await refusal({ work: 'W-03', doneOn: null, plannedOn: '2007-01-01' })).toMatchObject({
      status: 422,
      code: 'day.past',
    });
    expect(await refusal({ doneOn: '2008-10-11' }, 0)).toMatchObject({ status: 409, code: 'work.stale' });
    expect(await stored(park())).toEqual(before);
  });
});
