import type { AccountColumn } from '../../domain/account/account.ts';
import type { Cause } from '../../domain/account/find-cause.ts';
import type { Day } from '../../domain/day.ts';
import type { ParcelStatus } from '../../domain/parcel/schema.ts';

export interface AreaAmount {
  squareMetres: number;
  count: number;
}

export interface CurvePoint {
  on: Day;
  forecast: boolean;
  planVersion: string;
  columns: Record<AccountColumn, AreaAmount>;
  statuses: Record<ParcelStatus, AreaAmount>;
}

export interface CurveAnswer {
  seq: number;
  known: Day;
  phase: string | null;
  epsg: number;
  points: readonly CurvePoint[];
}

export interface MovedAnswer {
  kind: 'parcel' | 'zone';
  code: string;
  squareMetres: number;
  cause: Cause;
}

export interface ColumnCompared {
  before: AreaAmount;
  after: AreaAmount;
  differenceSquareMetres: number;
  entered: readonly MovedAnswer[];
  left: readonly MovedAnswer[];
}

export interface ComparisonAnswer {
  seq: number;
  known: Day;
  from: { on: Day; forecast: boolean; planVersion: string };
  to: { on: Day; forecast: boolean; planVersion: string };
  epsg: number;
  rows: readonly { phase: string | null; columns: Record<AccountColumn, ColumnCompared> }[];
}
