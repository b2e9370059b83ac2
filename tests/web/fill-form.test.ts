import { describe, expect, it } from 'vitest';
import { fillForm } from '../../web/operations/fill-form.ts';

function filled(values: Record<string, unknown>, names: readonly string[]) {
  const form: Record<string, unknown> = {};
  fillForm({ values }, () =>
    Object.fromEntries(names.map((name) => [name, (value: unknown) => void (form[name] = value)])),
  );
  return form;
}

describe('a form is filled with an order that came back', () => {
  it.each([
    ['a day that was done', { doneOn: '2007-11-30', plannedOn: null }, ['doneOn'], { doneOn: '2007-11-30' }],
    [
      'a plan, in a form whose day is still called done',
      { doneOn: null, plannedOn: '2008-01-05' },
      ['doneOn'],
      { doneOn: '2008-01-05' },
    ],
    ['the last day of released land', { on: '2007-11-30' }, ['untilOn'], { untilOn: '2007-11-30' }],
    ['numbers', { fromMetres: 100, toMetres: 200.5 }, ['fromMetres', 'toMetres'], { fromMetres: 100, toMetres: 200.5 }],
    ['nothing the form does not have', { parcels: ['A-01'], document: null, gate: 'levelled' }, ['document'], {}],
  ] as const)('%s', (_, values, names, form) => {
    expect(filled(values, names)).toEqual(form);
  });

  it('a choice first: it may bring further fields', () => {
    const form: Record<string, unknown> = {};
    const field = (name: string) => (value: unknown) => void (form[name] = value);
    fillForm({ values: { startBy: '2008-01-01', kind: 'contract' } }, () => ({
      kind: field('kind'),
      ...(form['kind'] === 'contract' ? { startBy: field('startBy') } : {}),
    }));
    expect(form).toEqual({ kind: 'contract', startBy: '2008-01-01' });
  });
});
