import { expect, test } from 'vitest';
import { done, refused, seqOf, stateOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('undo', (park) => {
  const gate = (doneOn: string) => ({ parcels: ['A-01'], gate: 'levelled', doneOn, document: null });

  test('is refused for visitors: access.sign-in', async () => {
    expect(await refused(park().command('undo', { basedOn: 0, input: { seq: 1, reason: null } }, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
  });

  test('restores the state and the rows and is one event', async () => {
    const state = await stateOf(park());
    const before = await stored(park());
    const given = await done(park().command('record-gate', { basedOn: 0, input: gate('2007-12-10') }));
    const answer = await done(
      park().command('undo', { basedOn: given.seq, input: { seq: given.seq, reason: '记错地块' } }),
    );
    const after = await stored(park());
    expect(after.events.at(-1)).toMatchObject({ command: 'undo', undoes: given.seq, reason: '记错地块' });
    expect({ ...(await stateOf(park())), seq: 0 }).toEqual(state);
    expect(after.counts).toEqual({ ...before.counts, seq: answer.seq, event: 2, event_subject: 2 });
    expect(await park().getJson('/api/parks/jinling/history', '张三')).toMatchObject({
      events: [
        { seq: 2, undoes: 1, undoneBy: null },
        { seq: 1, undoneBy: 2 },
      ],
    });
  });

  test('refuses every case with its own code', async () => {
    const first = await done(
      park().command('record-gate', { basedOn: await seqOf(park()), input: gate('2007-12-11') }),
    );
    await done(park().command('record-gate', { basedOn: first.seq, input: gate('2007-12-12') }));
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const refusal = (seq: number, based = basedOn) =>
      refused(park().command('undo', { basedOn: based, input: { seq, reason: null } }));
    expect(await refusal(1)).toMatchObject({ status: 409, code: 'undo.already-undone' });
    expect(await refusal(2)).toMatchObject({ status: 422, code: 'undo.not-undoable' });
    expect(await refusal(first.seq)).toMatchObject({ status: 409, code: 'undo.superseded' });
    expect(await refusal(99)).toMatchObject({ status: 404, code: 'event.unknown' });
    expect(await refusal(basedOn, 0)).toMatchObject({ status: 409, code: 'parcel.stale' });
    expect(await stored(park())).toEqual(before);
  });

  test('takes back the last event even where an older contract leans on it', async () => {
    const { parcels } = await stateOf(park(), '?on=2007-11-30');
    const parcel = parcels.find(({ status }) => status === 'available')!.code;
    const contract = { project: 'P-09', parcels: [parcel], kind: 'contract', fromOn: '2007-11-30' };
    await done(park().command('assign-parcels', { basedOn: await seqOf(park()), input: contract }));
    const power = async (doneOn: string) =>
      done(
        park().command('record-work', {
          basedOn: await seqOf(park()),
          input: { work: 'W-01', doneOn, plannedOn: null },
        }),
      );
    await power('2007-12-23');
    const { seq } = await power('2007-10-18');
    await done(park().command('undo', { basedOn: seq, input: { seq, reason: null } }));
  });

  test('the log cannot be changed or cut, not even by hand', async () => {
    const { pool } = park().house.database;
    for (const sql of [`UPDATE event SET actor = 'x'`, 'DELETE FROM event_subject', 'TRUNCATE event CASCADE']) {
      await expect(pool.query(sql)).rejects.toThrow('append-only');
    }
  });
});
