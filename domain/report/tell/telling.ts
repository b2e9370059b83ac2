import { landAccount, type AccountRow } from '../../account/account.ts';
import type { AsOf } from '../../day.ts';
import type { ParkFacts } from '../../park/facts.ts';
import type { ParcelState } from '../../parcel/parcel-state.ts';
import { openPage, type Page } from '../open-page.ts';
import { lastDayOf, yearOf } from '../say/say-day.ts';

/** The land account as a report needs it. */
export interface Land {
  readonly planVersion: string;
  readonly park: AccountRow;
  readonly states: ReadonlyMap<string, ParcelState>;
  readonly isZone: (code: string) => boolean;
}

/** What every section of a report is told from. */
export interface Telling {
  readonly facts: ParkFacts;
  /** The day of the report; nothing after it is known. */
  readonly asOf: AsOf;
  readonly year: number;
  /** The end of the year in the eyes of the report's day. */
  readonly yearEnd: AsOf;
  readonly page: Page;
  readonly land: Land;
  readonly landOn: (asOf: AsOf) => Land;
  readonly isForecast: boolean;
}

/** Begins a report of a park; facts later than its day are not known to it. */
export function beginTelling(facts: ParkFacts, day: AsOf): Telling {
  const asOf = { on: day.on, knownOn: day.knownOn < day.on ? day.knownOn : day.on };
  const year = yearOf(asOf.on);
  return {
    facts,
    asOf,
    year,
    yearEnd: { on: lastDayOf(year), knownOn: asOf.knownOn },
    page: openPage(facts.park.code, asOf),
    land: landOn(facts, asOf),
    landOn: (other) => landOn(facts, other),
    isForecast: asOf.on > asOf.knownOn,
  };
}

function landOn(facts: ParkFacts, asOf: AsOf): Land {
  const { planVersion, rows, states } = landAccount(facts, asOf);
  const park = rows.find(({ phase }) => phase === null);
  if (!park) throw new Error(`park ${facts.park.code} has no account row`);
  return { planVersion, park, states, isZone: (code) => !facts.parcels.has(code) };
}
