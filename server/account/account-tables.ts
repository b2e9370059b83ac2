import { AccountTable } from '../../domain/account/account-table.ts';
import type { Day } from '../../domain/day.ts';
import type { Change, ParkFacts } from '../../domain/park/facts.ts';

const kept = 3;

/** The account tables of one park for the known days last asked for, kept current change by change. */
export class AccountTables {
  readonly #tables = new Map<Day, AccountTable>();

  of(facts: ParkFacts, knownOn: Day): AccountTable {
    const table = this.#tables.get(knownOn) ?? new AccountTable(facts, knownOn);
    this.#tables.delete(knownOn);
    this.#tables.set(knownOn, table);
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > kept && oldest !== undefined) this.#tables.delete(oldest);
    return table;
  }

  /** To be told of changes that the facts already hold. */
  apply(changes: readonly Change[]): void {
    for (const table of this.#tables.values()) table.apply(changes);
  }

  clear(): void {
    this.#tables.clear();
  }
}
