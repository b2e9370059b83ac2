import { accountColumns, landAccount, type AccountColumn, type AccountRow } from '../../domain/account/account.ts';
import type { Amount } from '../../domain/account/plan-sums.ts';
import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { asOfFields } from '../http/as-of.ts';

export function accountOf(facts: ParkFacts, asOf: AsOf) {
  const { planVersion, rows } = landAccount(facts, asOf);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    planVersion,
    ...basisOf(facts),
    rows: rows.map(inSquareMetres),
  };
}

/** Which kind of area an account tells. */
export function basisOf({ park }: ParkFacts) {
  return { areaKind: 'plane' as const, epsg: park.epsg };
}

interface ToldFigure {
  squareMetres: number;
  codes: readonly string[];
}

function inSquareMetres(row: AccountRow) {
  const figures = {} as Record<AccountColumn, ToldFigure>;
  for (const column of accountColumns) {
    const { twiceAreaSquareMillimetres, codes } = row.figures[column];
    figures[column] = { squareMetres: squareMetres(twiceAreaSquareMillimetres), codes };
  }
  return {
    phase: row.phase,
    outlineSquareMetres: squareMetres(row.outlineTwiceAreaSquareMillimetres),
    figures,
    balanceSquareMetres: squareMetres(row.balanceTwiceAreaSquareMillimetres),
  };
}

interface ToldAmount {
  squareMetres: number;
  count: number;
}

export function amountOf({ twiceAreaSquareMillimetres, count }: Amount): ToldAmount {
  return { squareMetres: squareMetres(twiceAreaSquareMillimetres), count };
}

export function amountsOf<Name extends string>(
  names: readonly Name[],
  amounts: Readonly<Record<Name, Amount>>,
): Record<Name, ToldAmount> {
  const told = {} as Record<Name, ToldAmount>;
  for (const name of names) told[name] = amountOf(amounts[name]);
  return told;
}
