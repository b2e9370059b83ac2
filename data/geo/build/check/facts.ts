import { lengthMetres } from '../../../../domain/geometry/line.ts';
import type { ParkFolder } from './read.ts';
import type { Stretch } from '../facts/stretches.ts';

type Gate = { parcel: string; gate: string; plannedOn: string | null; doneOn: string | null };
type Claim = { id: string; project: string; parcel: string; fromOn: string; untilOn: string | null };
type Access = { road: string; fromMetres: number; toMetres: number };

/** Rows that point nowhere, chainages off the road, days out of order, two claims on one parcel at a time. */
export function factFaults(park: ParkFolder): string[] {
  const parcels = park.areas('parcels.geojson');
  const codes = new Set(parcels.map((p) => p.properties.code));
  const lengths = new Map(
    park
      .lines('roads.geojson')
      .map(({ properties, line }) => [properties.code, lengthMetres(line.map(({ x, y }) => [x, y]))] as const),
  );
  const sections = new Set(park.rows<{ code: string }>('sections.json').map((s) => s.code));
  const projects = new Set(park.rows<{ code: string }>('projects.json').map((p) => p.code));
  const stretches = park.rows<Stretch>('stretches.json');
  const gates = park.rows<Gate>('gates.json');
  const claims = park.rows<Claim>('claims.json');
  const off = (road: string, from: number, to: number): boolean =>
    !(from >= 0 && from < to && to <= (lengths.get(road) ?? 0));
  return [
    ...stretches.filter((s) => off(s.road, s.fromMetres, s.toMetres)).map((s) => `${s.id} off its road`),
    ...stretches.filter((s) => s.section !== null && !sections.has(s.section)).map((s) => `${s.id} has no section`),
    ...parcels
      .filter((p) => {
        const access = p.properties['access'] as Access;
        return off(access.road, access.fromMetres, access.toMetres);
      })
      .map((p) => `${p.properties.code} has its access off the road`),
    ...gates.filter((g) => !codes.has(g.parcel)).map((g) => `gate of ${g.parcel}, which is no parcel`),
    ...[...codes]
      .filter((code) => !inOrder(gates.filter((g) => g.parcel === code)))
      .map((code) => `${code}: gates out of order`),
    ...claims.filter((c) => !codes.has(c.parcel) || !projects.has(c.project)).map((c) => `${c.id} points nowhere`),
    ...claims
      .filter((c) => claims.some((o) => o !== c && o.parcel === c.parcel && together(c, o)))
      .map((c) => `${c.id} meets another claim`),
  ];
}

/** Approved, acquired, levelled: each done day and each planned day not before the one before it. */
function inOrder(own: readonly Gate[]): boolean {
  const days = ['approved', 'acquired', 'levelled'].map((name) => own.find((g) => g.gate === name));
  return days.slice(1).every((later, i) => {
    const [a, b] = [days[i], later];
    if (!a || !b) return false;
    if (b.doneOn !== null) return a.doneOn !== null && a.doneOn <= b.doneOn;
    return b.plannedOn === null || (a.doneOn ?? a.plannedOn ?? '9') <= b.plannedOn;
  });
}

const together = (a: Claim, b: Claim): boolean =>
  (a.untilOn === null || b.fromOn < a.untilOn) && (b.untilOn === null || a.fromOn < b.untilOn);
