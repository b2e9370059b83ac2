import { z } from 'zod';
import { daySchema } from '../day-schema.ts';
import { twiceSquareMillimetresOf } from '../geometry/area-units.ts';
import { cutByLine } from '../geometry/cut/cut-by-line.ts';
import { cutFromFront, type FrontCut } from '../geometry/cut/cut-from-front.ts';
import { cutInto } from '../geometry/cut/cut-into.ts';
import { isSplitRefusal, type SplitRefusal } from '../geometry/cut/refuse-split.ts';
import type { ParkGrid } from '../geometry/grid.ts';
import type { Line, MultiPolygon } from '../geometry/shapes.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { joinChosen } from '../survey/proposal/join-neighbours.ts';
import { frontLine } from './front-line.ts';

const mostPieces = 50;
const direction = z.enum(['start', 'end', 'front', 'back']).meta({
  description:
    'Where the first piece lies: at the start or end of the road front (cuts across it), or at the front or back (strips along it)',
});

export const splitParcelSchema = z.object({
  parcel: z.string().min(1).max(40),
  on: daySchema.meta({ description: 'The day from which the pieces are parcels' }),
  codes: z
    .array(z.string().trim().min(1).max(40))
    .min(2)
    .max(mostPieces)
    .meta({ description: 'New codes of the pieces in their order; left before right of a line, the rest last' }),
  cut: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('areas'),
      squareMetres: z.array(z.number().positive().max(1e8)).min(1).max(mostPieces),
      from: direction,
    }),
    z.object({ by: z.literal('equal'), from: direction }),
    z.object({
      by: z.literal('line'),
      line: z
        .array(z.tuple([z.number(), z.number()]))
        .min(2)
        .max(1000)
        .meta({ description: 'Longitude, latitude' }),
    }),
  ]),
  leastFrontageMetres: z.number().nonnegative().max(10_000).default(0),
  leastDepthMetres: z.number().nonnegative().max(10_000).default(0),
});
export type SplitParcel = z.infer<typeof splitParcelSchema>;

/** The land of a day around a parcel that is to be divided, in millimetres of the park's grid. */
export interface LandAround {
  readonly grid: Pick<ParkGrid, 'toMillimetres'>;
  readonly parcel: MultiPolygon;
  /** The other parcels, or those that may touch it. */
  readonly others: readonly { readonly code: string; readonly polygons: MultiPolygon }[];
  /** The centreline of the road the parcel opens to. */
  readonly centreline: Line;
}

export interface DividedLand {
  readonly pieces: readonly { readonly code: string; readonly polygons: MultiPolygon }[];
  /** Parcels that stay and were given a corner of a piece. */
  readonly neighbours: readonly { readonly code: string; readonly polygons: MultiPolygon }[];
}

/**
 * Divides the land of a parcel: areas (to 0.01 m², the rest is one piece more), equal parts, or along a line in degrees.
 * Pieces add up to the parcel exactly but for corners rounded on its boundary, which its neighbours are given too. Refuses
 * with split.* (`cutInto`, `cutByLine`) and split.codes-differ where the pieces are not as many as their codes.
 */
export function divideLand(input: SplitParcel, land: LandAround): DividedLand | Refusal {
  const cut = piecesOf(input, land);
  if (isSplitRefusal(cut)) return refuse(cut.refusal, 'cut', cut.detail);
  if (cut.length !== input.codes.length || new Set(input.codes).size !== cut.length) {
    return refuse('split.codes-differ', 'codes', { pieces: cut.length, codes: new Set(input.codes).size });
  }
  const { taken, neighbours } = joinChosen(cut, land.others);
  return { pieces: taken.map((polygons, at) => ({ code: input.codes[at]!, polygons })), neighbours };
}

function piecesOf({ cut, codes, ...least }: SplitParcel, land: LandAround): readonly MultiPolygon[] | SplitRefusal {
  const { parcel, centreline, grid } = land;
  if (cut.by === 'line') {
    const found = cutByLine(
      parcel,
      cut.line.map((place) => grid.toMillimetres(place)),
    );
    return isSplitRefusal(found) ? found : [...found.left, ...found.right].map(({ polygon }) => [polygon]);
  }
  const front = frontLine(parcel, centreline);
  const found = cutInto(parcel, {
    ...cutFromFront(parcel, front, frontCut(cut.from)),
    parts: cut.by === 'equal' ? codes.length : cut.squareMetres.map(twiceSquareMillimetresOf),
    least: {
      front,
      frontageMillimetres: least.leastFrontageMetres * 1000,
      depthMillimetres: least.leastDepthMetres * 1000,
    },
  });
  return isSplitRefusal(found) ? found : found.pieces;
}

function frontCut(from: z.infer<typeof direction>): FrontCut {
  return from === 'start' || from === 'end' ? { cut: 'perpendicular', from } : { cut: 'parallel', from };
}
