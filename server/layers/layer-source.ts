import type { ParkGrid } from '../../domain/geometry/grid.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import type { Queries } from '../database/connect.ts';

/** What a layer is read from; `plan` is the plan version whose zones are asked for. */
export interface LayerSource {
  readonly queries: Queries;
  readonly parkId: number;
  readonly facts: ParkFacts;
  readonly grid: ParkGrid;
  readonly plan: string;
}
