import type { ParkFacts } from '../../../domain/park/facts.ts';
import type { Zone } from '../../../domain/park/schema.ts';
import { tinyFacts, tinyParcel } from '../../support/tiny-park.ts';

const squareMetre = 2_000_000;

function zone(code: string, planVersion: string, phase: string | null, account: Zone['account'], squareMetres: number) {
  return {
    code,
    planVersion,
    standard: 'GBJ137-90',
    landUse: account,
    phase,
    name: null,
    account,
    twiceAreaSquareMillimetres: squareMetres * squareMetre,
  };
}

/**
 * The tiny park with parcels of different sizes, one under contract, and three plans one after the other. Before v1 there was v0 without
 * phases and with one parcel; from September 2008 on there is v2, which has a parcel in phase 2 only.
 */
export function manyPlans(): ParkFacts {
  const tiny = tinyFacts();
  const [plan] = tiny.planVersions;
  const planOf = (code: string, inForceFrom: string) => ({ ...plan!, code, inForceFrom });
  const sized = [...tiny.parcels.values(), tinyParcel('O-01', 0), tinyParcel('N-01', 250, '2')].map(
    (parcel, index) => ({
      ...parcel,
      planVersion: { 'O-01': 'v0', 'N-01': 'v2' }[parcel.code] ?? 'v1',
      twiceAreaSquareMillimetres: parcel.twiceAreaSquareMillimetres + (index + 1) ** 2 * squareMetre + index,
    }),
  );
  const contract = { kind: 'contract' as const, untilOn: null, startBy: null, finishBy: null };
  return tinyFacts({
    claims: [{ id: 'A-02/1', project: 'P-01', parcel: 'A-02', fromOn: '2007-10-05', ...contract }],
    planVersions: [planOf('v0', '2006-07-18'), planOf('v1', '2007-02-01'), planOf('v2', '2008-09-01')],
    parcels: sized,
    zones: [
      ...tiny.zones,
      zone('O-1', 'v0', null, 'parcel', 30_000),
      zone('O-2', 'v0', null, 'road', 7_000),
      zone('O-3', 'v0', '1', 'parcel', 500),
      zone('N-1', 'v2', '1', 'parcel', 41_000),
      zone('N-2', 'v2', '2', 'parcel', 9_000),
      zone('N-3', 'v2', '1', 'water', 800),
      zone('N-4', 'v2', null, 'rest', 60),
    ],
  });
}
