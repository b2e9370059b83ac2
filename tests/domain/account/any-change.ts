import fc from 'fast-check';
import { addDays, type Day } from '../../../domain/day.ts';
import { applyChanges, currentRow, type Change, type ParkFacts } from '../../../domain/park/facts.ts';
import { gates } from '../../../domain/parcel/schema.ts';
import { claimKinds, projectStages } from '../../../domain/project/schema.ts';
import { tinyProject, tinyStretch } from '../../support/tiny-park.ts';
import { manyPlans } from './many-plans.ts';

/** Days around everything the park knows, often the same one twice. */
export const anyDay: fc.Arbitrary<Day> = fc.oneof(
  fc.constantFrom('2007-01-31', '2007-02-01', '2007-11-30', '2007-12-01', '2008-08-31', '2008-09-01'),
  fc.integer({ min: -200, max: 800 }).map((count) => addDays('2007-02-01', count)),
);

const maybe = fc.option(anyDay);
const anyParcel = fc.constantFrom(...manyPlans().parcels.keys());
const anyProject = fc.constantFrom('P-01', 'P-02', 'P-03');
const recordedGates = gates.filter((gate) => !['road', 'power', 'water', 'sewage'].includes(gate));

const put = <Table extends Change['table']>(table: Table, after: Extract<Change, { table: Table }>['after']) =>
  ({ table, before: null, after }) as Change;

const anyGate = fc
  .record({ parcel: anyParcel, gate: fc.constantFrom(...recordedGates), plannedOn: maybe, doneOn: maybe })
  .map((row) => put('gate', { ...row, document: null }));

const anyStretch = fc
  .record({
    id: fc.constantFrom('S-1', 'S-2', 'S-3', 'S-4'),
    layer: fc.constantFrom('subgrade' as const, 'base' as const),
    side: fc.constantFrom('left' as const, 'right' as const, 'full' as const),
    fromMetres: fc.integer({ min: 0, max: 4 }).map((count) => count * 250),
    length: fc.constantFrom(250, 500, 1000),
    plannedOn: maybe,
    doneOn: maybe,
  })
  .map(({ id, fromMetres, length, ...row }) =>
    put('stretch', tinyStretch(id, { ...row, fromMetres, toMetres: Math.min(1000, fromMetres + length) })),
  );

const anyWork = fc
  .record({
    gate: fc.constantFrom('power' as const, 'water' as const, null),
    code: fc.constantFrom('W-1', 'W-2', 'W-3'),
    servesPhases: fc.subarray(['1', '2']),
    plannedOn: maybe,
    doneOn: maybe,
  })
  .map((row) => put('work', { ...row, name: '', nameEn: '', kind: 'power-line' }));

const anyStages = fc
  .record({ code: anyProject, stages: fc.array(fc.tuple(fc.constantFrom(...projectStages), anyDay), { maxLength: 3 }) })
  .map(({ code, stages }) =>
    put('project', { ...tinyProject(code), stages: stages.map(([stage, on]) => ({ stage, on })) }),
  );

const anyClaim = fc
  .record({
    project: anyProject,
    parcel: anyParcel,
    number: fc.integer({ min: 1, max: 2 }),
    kind: fc.constantFrom(...claimKinds),
    fromOn: anyDay,
    untilOn: maybe,
  })
  .map(({ number, ...row }) => put('claim', { ...row, id: `${row.parcel}/${number}`, startBy: null, finishBy: null }));

/** A parcel cut on a day into what it was and what it is from then on, until another day or further notice. */
const anyLand = fc
  .record({ parcel: anyParcel, days: fc.tuple(anyDay, maybe), hectares: fc.integer({ min: 1, max: 5 }) })
  .map(({ parcel, days: [one, other], hectares }) => {
    const [fromOn, untilOn] = other === null || other === one ? [one, null] : ([one, other].sort() as [Day, Day]);
    const twiceAreaSquareMillimetres = hectares * 20_000_000_000;
    return put('boundary', { id: `${parcel}/2`, parcel, fromOn, untilOn, twiceAreaSquareMillimetres });
  });

const anyPut = fc.oneof(
  { arbitrary: anyGate, weight: 6 },
  { arbitrary: anyStretch, weight: 3 },
  { arbitrary: anyWork, weight: 2 },
  { arbitrary: anyStages, weight: 2 },
  { arbitrary: anyClaim, weight: 3 },
  { arbitrary: anyLand, weight: 2 },
);

/** A row to put in the place of the one that is there, or (one in five, never a project) the one to take away. */
export const anyChange = fc.tuple(anyPut, fc.integer({ min: 0, max: 4 })).map(([change, dice]) => {
  const isTaken = dice === 0 && change.table !== 'project';
  return isTaken ? ({ ...change, before: change.after, after: null } as Change) : change;
});

/** Up to 25 of them; without the size most lists would have a handful. */
export const anyChanges = fc.array(anyChange, { maxLength: 25, size: 'max' });

/** Applies a change as it meets the facts: none when it takes away what is not there. */
export function make(facts: ParkFacts, change: Change): Change[] {
  if (change.table === 'boundary') return redraw(facts, change);
  const before = currentRow(facts, change);
  if (before === null && change.after === null) return [];
  const made = [{ ...change, before } as Change];
  applyChanges(facts, made);
  return made;
}

/** All boundaries of the parcel in the place of those it has: an old one until the day, a new one from then on. */
function redraw(facts: ParkFacts, { before, after }: Change & { table: 'boundary' }): Change[] {
  const { parcel, fromOn } = (after ?? before)!;
  const own = [...(facts.boundaries.get(parcel)?.values() ?? [])];
  const [first] = own;
  if (!first) return [];
  const kept = { ...first, id: parcel, fromOn: null, untilOn: after === null ? null : fromOn };
  const made: Change[] = [
    ...own.map((boundary) => ({ table: 'boundary' as const, before: boundary, after: null })),
    { table: 'boundary', before: null, after: kept },
    ...(after ? [{ table: 'boundary' as const, before: null, after }] : []),
  ];
  applyChanges(facts, made);
  return made;
}
