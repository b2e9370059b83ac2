import { AccountTable } from '../../domain/account/account-table.ts';
import { accountColumns, landAccount } from '../../domain/account/account.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { applyChanges, type Change, type ParkFacts } from '../../domain/park/facts.ts';
import { seededPark } from './seeded-park.ts';
import type { Workload, Workloads } from './workload.ts';

const knownOn = '2007-11-30';
const sizes = [
  { parcels: 3_000, atMost: 1, daysChecked: 40, changesChecked: 60 },
  { parcels: 100_000, atMost: 5, daysChecked: 2, changesChecked: 2 },
];

/** The account of a park on any day, from the table and parcel by parcel; and after one change, kept or made anew. */
export const workloads: Workloads = () => Promise.resolve(sizes.flatMap(workloadsOf));

function workloadsOf({ parcels, atMost, daysChecked, changesChecked }: (typeof sizes)[number]): Workload[] {
  const facts = seededPark(parcels);
  const table = new AccountTable(facts, knownOn);
  const nextDay = daysInTurn();
  const nextGate = gatesInTurn(facts);
  const nextStretch = stretchesInTurn(facts);
  const size = parcels.toLocaleString('en');
  const after = (next: () => Change) => () => {
    const changes = [next()];
    applyChanges(facts, changes);
    table.apply(changes);
    return table.totals(nextDay());
  };
  return [
    {
      name: `account of ${size} parcels at a date`,
      operation: 'account',
      peers: [
        { name: 'table', run: () => table.totals(nextDay()), operations: 1 },
        { name: 'parcel by parcel', run: () => landAccount(facts, { on: nextDay(), knownOn }), operations: 1 },
      ],
      aims: [{ kind: 'milliseconds', atMost }],
      check: () => {
        const days = Array.from({ length: daysChecked }, nextDay);
        const wrong = days.filter((on) => differs(table, facts, on)).length;
        const text = `${wrong} of ${days.length} accounts differ from parcel by parcel`;
        return [{ peer: 'table', isCorrect: wrong === 0, text }];
      },
    },
    {
      name: `one change in ${size} parcels, and the account after it`,
      operation: 'change',
      peers: [
        { name: 'table, a gate changes', run: after(nextGate), operations: 1 },
        { name: 'table, a stretch changes', run: after(nextStretch), operations: 1 },
        { name: 'table made anew', run: () => new AccountTable(facts, knownOn).totals(nextDay()), operations: 1 },
      ],
      aims: [{ kind: 'milliseconds', atMost }],
      check: () => [
        checkChanges('table, a gate changes', after(nextGate)),
        checkChanges('table, a stretch changes', after(nextStretch)),
      ],
    },
  ];

  function checkChanges(peer: string, change: () => unknown) {
    let wrong = 0;
    for (let count = 0; count < changesChecked; count += 1) {
      change();
      const on = nextDay();
      const anew = new AccountTable(facts, knownOn).totals(on);
      if (JSON.stringify(table.totals(on)) !== JSON.stringify(anew)) wrong += 1;
    }
    return {
      peer,
      isCorrect: wrong === 0,
      text: `${wrong} of ${changesChecked} accounts differ from a table made anew`,
    };
  }
}

/** Whether a sum or number of the table is not exactly that of the parcels. */
function differs(table: AccountTable, facts: ParkFacts, on: Day): boolean {
  const { rows } = landAccount(facts, { on, knownOn });
  return table.totals(on).rows.some((row, index) =>
    accountColumns.some((column) => {
      const figure = rows[index]!.figures[column];
      const { twiceAreaSquareMillimetres, count } = row.columns[column];
      return twiceAreaSquareMillimetres !== figure.twiceAreaSquareMillimetres || count !== figure.codes.length;
    }),
  );
}

function daysInTurn(): () => Day {
  let count = 0;
  return () => addDays('2007-02-01', (count += 37) % 900);
}

/** Approvals of one parcel after another, moved by a day. */
function gatesInTurn(facts: ParkFacts): () => Change {
  const codes = [...facts.parcels.keys()];
  let count = 0;
  return () => {
    const before = facts.gates.get(codes[(count += 101) % codes.length]!)!.get('approved')!;
    return { table: 'gate', before, after: { ...before, doneOn: addDays('2007-03-01', count % 200) } };
  };
}

/** Stretches of one road after another, moved by a day. */
function stretchesInTurn(facts: ParkFacts): () => Change {
  const stretches = [...facts.stretches].flatMap(([road, ofRoad]) => [...ofRoad.keys()].map((id) => ({ road, id })));
  let count = 0;
  return () => {
    const { road, id } = stretches[(count += 7) % stretches.length]!;
    const before = facts.stretches.get(road)!.get(id)!;
    return { table: 'stretch', before, after: { ...before, doneOn: addDays('2007-03-01', count % 200) } };
  };
}
