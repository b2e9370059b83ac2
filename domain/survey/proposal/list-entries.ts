import { boundaryDistance } from './boundary-distance.ts';
import { codeFaults, removalFaults } from './code-faults.ts';
import { isHeir } from './find-removals.ts';
import { coveredLand, idOf, isGivingWay, type ImportLand, type Removal } from './import-land.ts';
import { landFaults } from './land-faults.ts';
import type { JoinedLand } from './join-neighbours.ts';
import { commonWith } from './match-parcels.ts';
import {
  compareText,
  idOfFeature,
  idOfParcel,
  type AddedParcel,
  type ProposalEntry,
  type RemovedParcel,
  type ReshapedParcel,
  type SameParcel,
} from './proposal.ts';

const entriesPerStep = 1000;

/** Says of every parcel and feature what becomes of it. Yields parcels and features done. */
export function* listEntries(land: JoinedLand, usedCodes: ReadonlySet<string>): Generator<number, ProposalEntry[]> {
  const { features, parcels, matching, removals } = land;
  const places = new Map(parcels.map(({ code }, parcel) => [code, parcel]));
  const faultsOf = (feature: number) => [
    ...codeFaults(land, feature, places, usedCodes),
    ...(matching.isSame(feature) ? [] : landFaults(land, feature)),
  ];
  const entries: ProposalEntry[] = [];
  for (const parcel of parcels.keys()) {
    if (parcel % entriesPerStep === 0) yield parcel;
    const feature = matching.featureOf[parcel]!;
    const removal = removals[parcel];
    if (feature !== -1) {
      const about = aboutFound(land, feature, parcel);
      const faults = faultsOf(feature);
      if (matching.isSame(feature)) entries.push({ ...same(land, parcel), ...about, faults, needs: [] });
      else entries.push({ ...reshaped(land, feature, parcel), ...about, faults });
    } else if (removal) entries.push({ ...removed(land, parcel, removal), faults: removalFaults(land, parcel) });
  }
  for (const feature of features.keys()) {
    if (feature % entriesPerStep === 0) yield parcels.length + feature;
    if (matching.parcelOf[feature] === -1) entries.push({ ...added(land, feature), faults: faultsOf(feature) });
  }
  return entries;
}

function aboutFound({ features, parcels }: ImportLand, feature: number, parcel: number) {
  const { code: called, feature: index } = features[feature]!;
  const { code } = parcels[parcel]!;
  return { id: idOfParcel(code), code, fileCode: called === code ? null : called, feature: index };
}

type Measured<Kind, Told extends keyof never> = Omit<Kind, Told | 'faults'>;
type ToldOfFound = 'id' | 'code' | 'fileCode' | 'feature';

function same({ parcels }: ImportLand, parcel: number): Measured<SameParcel, ToldOfFound | 'needs'> {
  return { kind: 'same', twiceSquareMillimetres: parcels[parcel]!.land.twiceAreaSquareMillimetres };
}

function reshaped(land: JoinedLand, feature: number, parcel: number): Measured<ReshapedParcel, ToldOfFound> {
  const [after, before] = [land.features[feature]!.land, land.parcels[parcel]!.land];
  const afterTwice = after?.twiceAreaSquareMillimetres ?? 0;
  const distance = after ? boundaryDistance(after.polygons, before.polygons) : 0;
  const changeSquareMetres = Math.abs(afterTwice - before.twiceAreaSquareMillimetres) / 2_000_000;
  const { roundingMillimetres, roundingSquareMetres } = land.limits;
  return {
    kind: 'reshaped',
    matchedBy: land.matching.matchedBy(feature),
    beforeTwiceSquareMillimetres: before.twiceAreaSquareMillimetres,
    afterTwiceSquareMillimetres: afterTwice,
    commonTwiceSquareMillimetres: commonWith(land.ofFeature[feature]!, parcel),
    movedMillimetres: Math.round(distance),
    isRoundingOnly: after !== null && distance <= roundingMillimetres && changeSquareMetres < roundingSquareMetres,
    ...besides(land, feature),
  };
}

function added(land: JoinedLand, feature: number): Omit<AddedParcel, 'faults'> {
  const { code, feature: index, land: own } = land.features[feature]!;
  return {
    kind: 'added',
    id: idOfFeature(index),
    code,
    feature: index,
    afterTwiceSquareMillimetres: own?.twiceAreaSquareMillimetres ?? 0,
    ...besides(land, feature),
  };
}

/** A parcel goes only together with those who take most of its land. */
function removed(land: ImportLand, parcel: number, removal: Removal): Omit<RemovedParcel, 'faults'> {
  const { code, land: own } = land.parcels[parcel]!;
  const { heirs, isSucceeded, takenTwiceSquareMillimetres } = removal;
  return {
    kind: 'removed',
    id: idOfParcel(code),
    code,
    beforeTwiceSquareMillimetres: own.twiceAreaSquareMillimetres,
    takenTwiceSquareMillimetres,
    into: heirs.map((feature) => land.features[feature]!.feature),
    needs: isSucceeded ? heirs.map((feature) => idOf(land, feature)).sort(compareText) : [],
  };
}

function besides(land: JoinedLand, feature: number) {
  const joint = land.joints[feature];
  return {
    from: ancestors(land, feature),
    needs: neighboursGivingWay(land, feature),
    joins: joint?.joins ?? [],
    ownCorners: joint?.ownCorners ?? 0,
  };
}

function ancestors(land: ImportLand, feature: number): string[] {
  const { features, parcels, limits } = land;
  return coveredLand(land, feature)
    .filter((common) => isGivingWay(land, common.parcel) && isHeir(common, features, parcels, limits))
    .map(({ parcel }) => parcels[parcel]!.code);
}

function neighboursGivingWay(land: ImportLand, feature: number): string[] {
  return coveredLand(land, feature)
    .filter(({ parcel }) => isGivingWay(land, parcel))
    .map(({ parcel }) => idOfParcel(land.parcels[parcel]!.code));
}
