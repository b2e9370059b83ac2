import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { done, parcelsThatAre, refused, seqOf } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';
import { stored } from '../support/test-park.ts';

onEngines('the doorway for commands', (park) => {
  const gate = (doneOn: string, parcels = ['A-01']) => ({ parcels, gate: 'levelled', doneOn, document: null });

  test('the same id again gets the first answer and writes nothing', async () => {
    const order = { id: randomUUID(), basedOn: 0, input: gate('2007-12-10') };
    const first = await done(park().command('record-gate', order));
    const before = await stored(park());
    expect(await done(park().command('record-gate', order))).toEqual(first);
    expect(await done(park().command('record-gate', { ...order, id: order.id.toUpperCase() }))).toEqual(first);
    expect(await stored(park())).toEqual(before);
  });

  test('the same id at the same time is one event', async () => {
    const order = { id: randomUUID(), basedOn: await seqOf(park()), input: gate('2007-12-11') };
    const answers = await Promise.all(Array.from({ length: 8 }, () => done(park().command('record-gate', order))));
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect((await stored(park())).events.filter(({ id }) => id === order.id)).toHaveLength(1);
  });

  test('another body or command under a used id is refused: command.repeated-differently', async () => {
    const id = randomUUID();
    const { seq } = await done(
      park().command('record-gate', { id, basedOn: await seqOf(park()), input: gate('2007-12-12') }),
    );
    const expected = { status: 409, code: 'command.repeated-differently', field: 'id' };
    expect(await refused(park().command('record-gate', { id, basedOn: seq, input: gate('2007-12-13') }))).toMatchObject(
      expected,
    );
    expect(await refused(park().command('undo', { id, basedOn: seq, input: { seq, reason: null } }))).toMatchObject(
      expected,
    );
  });

  test('a command based on an older sight of the same thing is refused, of another thing it is not', async () => {
    const basedOn = await seqOf(park());
    await done(park().command('record-gate', { basedOn, input: gate('2007-12-14') }));
    expect(await refused(park().command('record-gate', { basedOn, input: gate('2007-12-15') }))).toMatchObject({
      status: 409,
      code: 'parcel.stale',
      field: 'basedOn',
    });
    const work = { work: 'W-02', doneOn: null, plannedOn: '2008-11-11' };
    await done(park().command('record-work', { basedOn, input: work }));
    expect(await refused(park().command('record-gate', { basedOn: 10_000, input: gate('2007-12-16') }))).toMatchObject({
      status: 400,
      code: 'input.invalid',
      field: 'basedOn',
    });
  });

  test('of 200 claims at once on one parcel one wins, the others learn by whom', async () => {
    const [parcel = ''] = await parcelsThatAre(park(), 'available');
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        park().command('assign-parcels', {
          basedOn,
          input: {
            project: `P-${String(9 + (at % 8)).padStart(2, '0')}`,
            parcels: [parcel],
            kind: 'hold',
            fromOn: '2007-11-30',
          },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const losers = await Promise.all(answers.filter(({ status }) => status !== 200).map(refused));
    expect(new Set(losers.map(({ status }) => status))).toEqual(new Set([409]));
    const after = await stored(park());
    expect(after.counts).toMatchObject({ claim: before.counts['claim']! + 1, event: before.counts['event']! + 1 });
  });

  test('commands at once on different parcels all succeed, in a log without gaps', async () => {
    const parcels = (await parcelsThatAre(park(), 'planned')).slice(0, 20);
    const basedOn = await seqOf(park());
    const input = (parcel: string) => ({ parcels: [parcel], gate: 'telecom', plannedOn: '2009-01-01' });
    await Promise.all(parcels.map((parcel) => done(park().command('plan-gate', { basedOn, input: input(parcel) }))));
    const { events, counts } = await stored(park());
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: events.length }, (_, at) => at + 1));
    expect(counts['seq']).toBe(events.length);
  });

  test('nobody signed in is asked to sign in; who has another role is refused; nothing is written', async () => {
    const before = await stored(park());
    const order = { basedOn: await seqOf(park()), input: gate('2007-12-20') };
    expect(await refused(park().command('record-gate', order, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
    const roadClerk = { name: '王路', roles: ['road-clerk' as const] };
    expect(await refused(park().command('record-gate', order, roadClerk))).toMatchObject({
      status: 403,
      code: 'access.not-allowed',
      detail: { act: 'record-gate' },
    });
    expect(await stored(park())).toEqual(before);
  });

  test('an event says who gave the command, why, and by which name at that time', async () => {
    const order = { basedOn: await seqOf(park()), input: gate('2007-12-21'), reason: '  验收合格  ' };
    const { event } = await done(park().command('record-gate', order, '赵六'));
    expect(event).toMatchObject({ actor: '赵六', reason: '验收合格', documents: [] });
    expect(event?.actorId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('nobody gets the answer to the command of somebody else by its id', async () => {
    const order = { id: randomUUID(), basedOn: await seqOf(park()), input: gate('2007-12-22') };
    await done(park().command('record-gate', order, '赵六'));
    expect(await refused(park().command('record-gate', order, '钱七'))).toMatchObject({
      code: 'command.repeated-differently',
    });
  });

  test('only who may give a command may take its event back', async () => {
    const { seq } = await done(
      park().command('record-gate', { basedOn: await seqOf(park()), input: gate('2007-12-23') }),
    );
    const undo = { basedOn: seq, input: { seq, reason: null } };
    expect(await refused(park().command('undo', undo, { name: '王路', roles: ['road-clerk'] }))).toMatchObject({
      status: 403,
      code: 'access.not-allowed',
      field: 'seq',
    });
    await done(park().command('undo', undo, { name: '李地', roles: ['land-clerk'] }));
  });
});
