import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { redrawParcels } from '../../domain/parcel/redraw-parcels.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Command } from '../command.ts';
import type { BoundaryShape } from '../database/write-shapes.ts';
import { importLandSchema } from './question.ts';

export const importLandCommand: Command<typeof importLandSchema> = {
  name: 'import-land',
  summary: 'Take over boundaries from a survey file',
  input: importLandSchema,
  decide: async (facts, input, { today, newId, chooseLand }) => {
    const chosen = await chooseLand(input);
    if (isRefusal(chosen)) return chosen;
    const shapes: BoundaryShape[] = [];
    const reshaped = [];
    const added = [];
    for (const { feature, polygons, ...change } of chosen.changes) {
      const id = newId();
      shapes.push({ id, polygons, origin: facts.park, import: input.import, feature });
      const land = { boundary: id, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres(polygons) };
      if (change.kind === 'reshaped') reshaped.push({ code: change.code, ...land });
      else added.push({ row: change.row, from: change.from, ...land });
    }
    const { removed } = chosen;
    const decision = redrawParcels(facts, { on: input.on, reshaped, removed, added }, { today });
    return isRefusal(decision) ? decision : { ...decision, reason: input.reason, shapes };
  },
};
