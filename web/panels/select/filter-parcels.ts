import type { Access, ParcelStatus } from '../../../domain/parcel/schema.ts';
import { plainText } from '../../state/find-subjects.ts';

export interface ParcelRow {
  readonly code: string;
  readonly phase: string;
  /** Land use by standard and code. */
  readonly use: string;
  readonly status: ParcelStatus;
  readonly access: Access;
  /** The document of its approval batch; null for the batch without one, undefined when it is in none. */
  readonly batch: string | null | undefined;
  /** What a free text looks through, a word a line. */
  readonly words: string;
  readonly squareMetres: number;
}

export interface RoadFilter {
  readonly road: string;
  readonly side: 'left' | 'right' | 'both';
  /** Measures of the centreline, in either order. */
  readonly fromMetres: number;
  readonly toMetres: number;
}

/** Null: not asked. */
export interface ParcelFilter {
  readonly text: string;
  readonly phase: string | null;
  readonly use: string | null;
  readonly status: ParcelStatus | null;
  readonly batch: { readonly document: string | null } | null;
  readonly road: RoadFilter | null;
}

/** The parcels that meet everything that is asked, in their order. Every word of the text must be found somewhere. */
export function filterParcels<Row extends ParcelRow>(rows: readonly Row[], filter: ParcelFilter): Row[] {
  const { phase, use, status, batch, road } = filter;
  const wanted = filter.text.split(/\s+/).map(plainText).filter(Boolean);
  return rows.filter((row) => {
    if (phase !== null && row.phase !== phase) return false;
    if (use !== null && row.use !== use) return false;
    if (status !== null && row.status !== status) return false;
    if (batch !== null && row.batch !== batch.document) return false;
    if (road !== null && !opensTo(row.access, road)) return false;
    if (wanted.length === 0) return true;
    const words = row.words.split('\n').map(plainText);
    return wanted.every((text) => words.some((word) => word.includes(text)));
  });
}

/** Whether a parcel's front shares a length of the asked stretch, on the asked side. */
function opensTo(access: Access, { road, side, fromMetres, toMetres }: RoadFilter): boolean {
  if (access.road !== road || (side !== 'both' && access.side !== side)) return false;
  return access.fromMetres < Math.max(fromMetres, toMetres) && access.toMetres > Math.min(fromMetres, toMetres);
}
