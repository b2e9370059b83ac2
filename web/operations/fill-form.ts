import type { Filled } from '../state/task.ts';
import type { Settling } from './use-conflict.ts';

/** Puts the values of an order that came back into the fields of its form; what the form does not have is passed over. */
export function fillForm({ values }: Pick<Filled, 'values'>, fields: Settling['fields']): void {
  const day = values['doneOn'] ?? values['plannedOn'];
  // A form has one field for the day: done up to today, planned after it; and land is released on its last day.
  const given = { untilOn: values['on'], ...values, doneOn: day, plannedOn: day };
  // A choice may bring fields that were not there before.
  for (const pass of ['choices', 'rest'] as const) {
    for (const [name, value] of Object.entries(given)) {
      const isChoice = name === 'kind' || name === 'side' || name === 'stage';
      if (isChoice !== (pass === 'choices')) continue;
      if (typeof value === 'string' || typeof value === 'number') fields()[name]?.(value);
    }
  }
}
