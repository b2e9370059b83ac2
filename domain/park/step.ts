import type { Gate, Side } from '../parcel/schema.ts';
import type { ClaimKind, ProjectStage } from '../project/stages.ts';
import type { RoadLayer } from '../road/layers.ts';

/** Something that may be done next to a parcel, road, work or project, with everything its form needs. */
export type Step =
  | { readonly act: 'record-gate'; readonly parcels: readonly string[]; readonly gate: Gate }
  | {
      readonly act: 'record-stretch';
      readonly road: string;
      readonly layer: RoadLayer;
      readonly side: Side;
      readonly fromMetres: number;
      readonly toMetres: number;
      /** The gate of the parcel it is asked for. */
      readonly opens: Gate | null;
    }
  | { readonly act: 'record-work'; readonly work: string; readonly opens: Gate | null }
  | {
      readonly act: 'assign-parcels';
      readonly parcels: readonly string[];
      readonly kind: ClaimKind;
      readonly project: string | null;
    }
  | { readonly act: 'release-parcels'; readonly parcels: readonly string[] }
  | { readonly act: 'split-parcel'; readonly parcel: string }
  | { readonly act: 'record-stage'; readonly project: string; readonly stage: ProjectStage };
