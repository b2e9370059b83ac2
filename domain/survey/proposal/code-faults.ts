import { squareMetres } from '../../geometry/area.ts';
import { idOf, type ImportLand } from './import-land.ts';
import { commonWith, isCodeBelieved } from './match-parcels.ts';
import type { ProposalFault } from './proposal.ts';

/** Places of the park's parcels by code. */
export type ParcelPlaces = ReadonlyMap<string, number>;

/** What is wrong with the code the file gives a feature. */
export function codeFaults(
  land: ImportLand,
  feature: number,
  places: ParcelPlaces,
  usedCodes: ReadonlySet<string>,
): ProposalFault[] {
  const { features, byCode, matching } = land;
  const { code } = features[feature]!;
  const isAdded = matching.parcelOf[feature] === -1;
  if (code === null) return isAdded ? [{ code: 'proposal.code-missing', bars: 'always', others: [], detail: {} }] : [];
  const faults: ProposalFault[] = [];
  const twins = byCode.get(code)!.filter((other) => other !== feature);
  if (twins.length > 0) {
    const others = twins.filter((other) => !matching.isSame(other)).map((other) => idOf(land, other));
    const detail = { parcel: code, features: twins.length + 1 };
    faults.push({ code: 'proposal.code-twice', bars: 'choice', others, detail });
  }
  const parcel = places.get(code);
  if (parcel !== undefined && parcel !== matching.parcelOf[feature] && !isBelieved(land, feature, parcel)) {
    const common = commonWith(land.ofFeature[feature]!, parcel);
    const detail = { parcel: code, squareMetres: squareMetres(common) };
    faults.push({ code: 'proposal.code-elsewhere', bars: 'always', others: [], detail });
  } else if (isAdded && (parcel !== undefined || usedCodes.has(code))) {
    faults.push({ code: 'proposal.code-taken', bars: 'always', others: [], detail: { parcel: code } });
  }
  return faults;
}

/** A parcel must not go while the file uses its code for other land. */
export function removalFaults({ byCode, ofFeature, parcels }: ImportLand, parcel: number): ProposalFault[] {
  const { code } = parcels[parcel]!;
  const common = byCode.get(code)?.map((feature) => commonWith(ofFeature[feature]!, parcel));
  if (!common) return [];
  const detail = { parcel: code, squareMetres: squareMetres(common.reduce((most, one) => Math.max(most, one))) };
  return [{ code: 'proposal.code-elsewhere', bars: 'always', others: [], detail }];
}

function isBelieved({ features, parcels, ofFeature, limits }: ImportLand, feature: number, parcel: number): boolean {
  const { twiceAreaSquareMillimetres } = parcels[parcel]!.land;
  const common = commonWith(ofFeature[feature]!, parcel);
  return isCodeBelieved(features[feature]!, twiceAreaSquareMillimetres, common, limits);
}
