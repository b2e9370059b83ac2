import { parcelOn } from '../../parcel/parcels-on.ts';
import type { Telling } from '../tell/telling.ts';
import type { ParkFacts } from '../../park/facts.ts';
import type { GateRecord } from '../../parcel/schema.ts';
import type { Claim } from '../../project/schema.ts';
import { marksOf } from '../../road/marks.ts';
import type { Stretch } from '../../road/schema.ts';
import { layerNames, sideNames } from './chinese-names.ts';
import type { Piece } from '../document.ts';
import { shortenCodes } from '../list-evidence.ts';
import { areaOf, type Page, type Part } from '../open-page.ts';

/** `滨溪路右幅路基K0+450～K0+680` and its length as a figure; between marks that jump the length is not their difference. */
export function nameStretch(facts: ParkFacts, page: Page, stretch: Stretch): { name: string; length: Piece[] } {
  const road = facts.roads.get(stretch.road);
  const marks = road ? marksOf(road, stretch) : null;
  const where = marks ? `${marks.from}～${marks.to}` : '';
  const side = stretch.side === 'full' ? '' : sideNames[stretch.side];
  const jumps = road?.equations.some(({ atMetres }) => atMetres > stretch.fromMetres && atMetres < stretch.toMetres);
  const note = jumps ? '（含断链）' : '';
  const name = `${road?.name ?? stretch.road}${side}${layerNames[stretch.layer]}${where}${note}`;
  const length = page.figure(`stretch.${stretch.id}`, `${name}长度`, {
    quantity: { kind: 'length', metres: Math.round((stretch.toMetres - stretch.fromMetres) * 1000) / 1000 },
    from: page.source('road', [stretch.road]),
  });
  return { name, length };
}

/** `A-01～A-03、B-02（4宗，85.20亩）` with count and area as figures. */
export function nameParcels({ facts, page, asOf }: Telling, id: string, codes: readonly string[]): Part {
  const parcels = codes.flatMap((code) => parcelOn(facts, code, asOf.on) ?? facts.parcels.get(code) ?? []);
  const from = page.source('parcel', codes);
  const count = page.figure(`${id}.count`, '地块宗数', {
    quantity: { kind: 'amount', quantity: codes.length, unit: '宗' },
    from,
  });
  const area = page.figure(id, '地块面积', { quantity: areaOf(parcels), from, style: 'exact' });
  return [shortenCodes(codes).join('、'), '（', count, '，', area, '）'];
}

/** Every gate recorded on a parcel that is there on the day of the report. */
export function gatesOf({ facts, asOf }: Pick<Telling, 'facts' | 'asOf'>): GateRecord[] {
  return [...facts.gates].flatMap(([parcel, records]) =>
    parcelOn(facts, parcel, asOf.on) ? [...records.values()] : [],
  );
}

export function stretchesOf(facts: ParkFacts): Stretch[] {
  return [...facts.stretches.values()].flatMap((stretches) => [...stretches.values()]);
}

export function claimsOf(facts: ParkFacts): Claim[] {
  return [...facts.claims.values()].flatMap((claims) => [...claims.values()]);
}
