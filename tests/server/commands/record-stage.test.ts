import { expect, test } from 'vitest';
import { projectsAnswer } from '../../../server/projects/answers.ts';
import { done, refused, seqOf, stateOf } from '../../support/answers.ts';
import { onEngines } from '../../support/on-engines.ts';
import { stored } from '../../support/test-park.ts';

onEngines('record-stage', (park) => {
  const input = { project: 'P-21', stage: 'construction', on: '2007-11-20', reason: null };
  const stageOn = async (code: string, on: string) => {
    const { projects } = projectsAnswer.parse(await park().getJson(`/api/parks/jinling/projects?on=${on}`));
    return projects.find((project) => project.code === code)?.stage;
  };

  test('is refused for visitors: access.sign-in', async () => {
    expect(await refused(park().command('record-stage', { basedOn: 0, input }, null))).toMatchObject({
      status: 401,
      code: 'access.sign-in',
    });
  });

  test('moves the project and its contracted land from that day on, as one event', async () => {
    const answer = await done(park().command('record-stage', { basedOn: 0, input }));
    expect(answer.moved).toEqual([{ parcel: 'C-05', before: 'contracted', after: 'construction' }]);
    expect([await stageOn('P-21', '2007-11-19'), await stageOn('P-21', '2007-11-20')]).toEqual([
      'contracted',
      'construction',
    ]);
    const { parcels } = await stateOf(park());
    expect(parcels.find(({ code }) => code === 'C-05')?.status).toBe('construction');
    const { events } = await stored(park());
    expect(events.at(-1)).toMatchObject({
      seq: answer.seq,
      command: 'record-stage',
      effectiveOn: '2007-11-20',
      subjects: ['project:P-21'],
      input,
    });
  });

  test('goes back with a reason, which the log keeps, and is undone', async () => {
    const basedOn = await seqOf(park());
    const back = { project: 'P-21', stage: 'contracted', on: '2007-11-25', reason: '停工待图' };
    const { seq } = await done(park().command('record-stage', { basedOn, input: back }));
    expect(await stageOn('P-21', '2007-11-30')).toBe('contracted');
    expect((await stored(park())).events.at(-1)?.reason).toBe('停工待图');
    await done(park().command('undo', { basedOn: seq, input: { seq, reason: null } }));
    expect(await stageOn('P-21', '2007-11-30')).toBe('construction');
  });

  test('refuses every case with its own code', async () => {
    const basedOn = await seqOf(park());
    const before = await stored(park());
    const refusal = (change: object, based = basedOn) =>
      refused(park().command('record-stage', { basedOn: based, input: { ...input, ...change } }));
    expect(await refusal({})).toMatchObject({ status: 409, code: 'stage.unchanged' });
    expect(await refusal({ stage: 'reserved', on: '2007-11-30' })).toMatchObject({ status: 422, code: 'stage.back' });
    expect(await refusal({ stage: 'production', on: '2007-07-20' })).toMatchObject({
      status: 422,
      code: 'stage.order',
    });
    expect(await refusal({ project: 'P-99' })).toMatchObject({ status: 404, code: 'project.unknown' });
    expect(await refusal({ stage: 'production', on: '2107-01-01' })).toMatchObject({ status: 422, code: 'day.future' });
    expect(await refusal({ stage: 'sold' })).toMatchObject({
      status: 400,
      code: 'input.invalid',
      field: 'input.stage',
    });
    expect(await refusal({ stage: 'production', on: '2007-11-30' }, 0)).toMatchObject({
      status: 409,
      code: 'project.stale',
    });
    expect(await stored(park())).toEqual(before);
  });
});
