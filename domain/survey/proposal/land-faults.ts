import { squareMetres } from '../../geometry/area.ts';
import { coveredLand, idOf, isGivingWay, type ImportLand } from './import-land.ts';
import { compareText, type ProposalFault } from './proposal.ts';

const mostStayingTold = 20;

/** Why a changed feature's land cannot be taken: its shape, parcels that stay, other features. */
export function landFaults(land: ImportLand, feature: number): ProposalFault[] {
  const { features, overlaps, unmeasured } = land;
  const faults: ProposalFault[] = [];
  if (features[feature]!.isUnsound) faults.push({ code: 'proposal.unsound', bars: 'always', others: [], detail: {} });
  if (unmeasured.has(feature) || overlaps.unmeasured.has(feature)) {
    faults.push({ code: 'proposal.too-intricate', bars: 'always', others: [], detail: {} });
  }
  faults.push(...stayingFaults(land, feature));
  const others = overlaps.ofFeature.get(feature);
  if (others) {
    const twice = [...others.values()].reduce((sum, one) => sum + one, 0);
    const ids = [...others.keys()].map((other) => idOf(land, other)).sort(compareText);
    const detail = { features: others.size, squareMetres: squareMetres(twice) };
    faults.push({ code: 'proposal.overlaps-incoming', bars: 'choice', others: ids, detail });
  }
  return faults;
}

/** One a parcel, the largest first; `parcels` counts also those not told. */
function stayingFaults(land: ImportLand, feature: number): ProposalFault[] {
  const staying = coveredLand(land, feature).filter(({ parcel }) => !isGivingWay(land, parcel));
  return staying
    .toSorted((a, b) => b.twiceSquareMillimetres - a.twiceSquareMillimetres || a.parcel - b.parcel)
    .slice(0, mostStayingTold)
    .map(({ parcel, twiceSquareMillimetres }) => ({
      code: 'proposal.overlaps-staying',
      bars: 'always',
      others: [],
      detail: {
        parcel: land.parcels[parcel]!.code,
        squareMetres: squareMetres(twiceSquareMillimetres),
        parcels: staying.length,
      },
    }));
}
