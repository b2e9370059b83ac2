import { expect, it } from 'vitest';
import { batchSteps } from '../../domain/parcel/approval-batches.ts';
import { readinessStates } from '../../domain/parcel/readiness.ts';
import { utilities, utilityLists } from '../../domain/parcel/utility-lists.ts';
import { readMessages } from '../../web/i18n.ts';
import { groupColour } from '../../web/panels/readiness/group-colour.ts';

const keys = [
  ...readinessStates.flatMap((state) => [
    `readiness.state.${state}`,
    `readiness.stateNote.${state}`,
    `readiness.verdict.${state}`,
  ]),
  ...utilities.map((utility) => `readiness.utility.${utility}`),
  ...utilityLists.map(({ name }) => `readiness.list.${name}`),
  ...batchSteps.map((step) => `readiness.step.${step}`),
];

function lookUp(messages: unknown, key: string): unknown {
  return key.split('.').reduce((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], messages);
}

it.each(['zh-CN', 'en'] as const)('every state, utility, list and step of a batch has a name in %s', async (locale) => {
  const messages = await readMessages(locale);
  expect(keys.filter((key) => typeof lookUp(messages, key) !== 'string')).toEqual([]);
});

it('months fade from near to far, and no two groups look the same', () => {
  const months = Array.from({ length: 13 }, (_, place) => groupColour({ state: 'ready-by' }, place, 13));
  const others = (['ready', 'blocked', 'given'] as const).map((state) => groupColour({ state }, -1, 13));
  expect(new Set([...months, ...others]).size).toBe(16);
  const red = months.map((colour) => Number(/\d+/.exec(colour)![0]));
  expect(red).toEqual([...red].sort((a, b) => a - b));
  expect(groupColour({ state: 'ready-by' }, 0, 1)).toBe(months[0]);
});
