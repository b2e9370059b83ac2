import type { Placed } from '../../../domain/ledger/land-parts.ts';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import type { Parcel } from '../../../domain/parcel/schema.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { ExportOrder } from './export-order.ts';

/** The parcels that are asked for, in the order they come; refuses what is not there on that day. */
export function selectParcels(
  { phases }: Pick<ParkFacts, 'phases'>,
  parcels: readonly Placed<Parcel>[],
  { codes, phase }: Pick<ExportOrder, 'codes' | 'phase'>,
  on: string,
): readonly Placed<Parcel>[] | Refusal {
  if (codes !== null && phase !== null) {
    return refuse('input.invalid', 'phase', { message: 'parcels are chosen by codes or by phase, not by both' });
  }
  if (codes?.length === 0) return refuse('input.invalid', 'codes', { message: 'there is no code' });
  if (phase !== null && !phases.some(({ code }) => code === phase)) {
    return refuse('phase.unknown', 'phase', { phase, phases: phases.map(({ code }) => code).join(', ') });
  }
  const wanted = codes && new Set(codes);
  if (wanted) {
    const known = new Set(parcels.map(({ fields }) => fields.code));
    const missing = codes.find((code) => !known.has(code));
    if (missing !== undefined) return refuse('parcel.unknown', 'codes', { parcel: missing, on });
  }
  const chosen = parcels.filter(
    ({ fields }) => (wanted?.has(fields.code) ?? true) && (phase === null || fields.phase === phase),
  );
  return chosen.length === 0 ? refuse('export.empty', phase === null ? 'on' : 'phase', { on, phase }) : chosen;
}
