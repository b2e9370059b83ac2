import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { parkGrid } from '../../domain/geometry/grid.ts';
import { newParcelRow, preparePlan } from '../../domain/parcel/new-parcel-row.ts';
import { redrawParcels } from '../../domain/parcel/redraw-parcels.ts';
import { refuseNotThere } from '../../domain/parcel/refuse-not-there.ts';
import { divideLand, splitParcelSchema, type SplitParcel } from '../../domain/parcel/split-parcel.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { Command } from '../command.ts';
import type { BoundaryShape } from '../database/write-shapes.ts';

export const splitParcelCommand: Command<typeof splitParcelSchema> = {
  name: 'split-parcel',
  summary: 'Divide a parcel: to areas, into equal parts, or along a line',
  input: splitParcelSchema,
  decide: async (facts, input, { today, newId, landOn }) => {
    const { on } = input;
    if (!facts.parcels.has(input.parcel)) return refuse('parcel.unknown', 'parcel', { parcel: input.parcel });
    const land = await landOn(on);
    const parent = land.parcels.find(({ fields }) => fields.code === input.parcel);
    if (!parent) return refuseNotThere(facts, input.parcel, { day: on, field: 'parcel' }) ?? noLand(input);
    const centreline = land.plan.roads.find(({ code }) => code === parent.fields.access.road)?.centreline ?? [];
    const others = land.park.parcels.filter(({ code }) => code !== input.parcel);
    const divided = divideLand(input, { grid: parkGrid(facts.park), parcel: parent.polygons, others, centreline });
    if (isRefusal(divided)) return divided;
    const shapes: BoundaryShape[] = [];
    const keep = (polygons: BoundaryShape['polygons']) => {
      const id = newId();
      shapes.push({ id, polygons, origin: facts.park, import: null, feature: null });
      return { boundary: id, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
    };
    const plan = preparePlan(land.plan);
    const { twiceAreaSquareMillimetres: _, ...row } = parent.fields;
    const added = [];
    for (const { code, polygons } of divided.pieces) {
      const own = newParcelRow({ code, polygons, from: [{ ...row, polygons: parent.polygons }] }, plan);
      if ('missing' in own) return refuse('import.no-plan', 'parcel', { entry: code, why: own.missing });
      added.push({ row: own, from: [input.parcel], ...keep(polygons) });
    }
    const reshaped = divided.neighbours.map(({ code, polygons }) => ({ code, ...keep(polygons) }));
    const redrawing = { on, reshaped, removed: [input.parcel], added };
    const decision = redrawParcels(facts, redrawing, { today });
    return isRefusal(decision) ? decision : { ...decision, shapes };
  },
};

/** A parcel of another plan than the one in force. */
function noLand({ parcel, on: day }: SplitParcel): Refusal {
  return refuse('parcel.not-there', 'parcel', { parcel, day, fromOn: null, untilOn: null });
}
