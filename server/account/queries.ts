import { accountColumns, landAccount, type AccountColumn, type AccountRow } from '../../domain/account/account.ts';
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
    areaKind: 'plane' as const,
    epsg: facts.park.epsg,
    rows: rows.map(inSquareMetres),
  };
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
