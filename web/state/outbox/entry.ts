import type { CommandName } from '../../../domain/access/roles.ts';
import type { RefusalDetail } from '../../../domain/refusals.ts';

/** What somebody ordered, as it is sent; the id is the command's own, so that the server does it once. */
export interface OutboxOrder {
  readonly park: string;
  readonly id: string;
  readonly basedOn: number;
  readonly input: object;
  readonly reason: string | null;
  /** Ids of documents on the server, or of photos kept here until they can be sent. */
  readonly documents: readonly string[];
}

/** An order on its way. `position` counts up on this device. */
export interface OutboxEntry extends OutboxOrder {
  readonly command: CommandName;
  readonly personId: string;
  readonly personName: string;
  readonly madeAt: string;
  readonly position: number;
  readonly attempts: number;
  readonly state: 'waiting' | 'refused' | 'sent';
  readonly problem: OutboxProblem | null;
  readonly answeredAt: string | null;
  /** Once it is sent: the event it became and what that touched. */
  readonly seq: number | null;
  readonly subjects: readonly string[];
}

export interface OutboxProblem {
  readonly code: string;
  readonly field: string | null;
  readonly detail: RefusalDetail;
}

/** A photo taken without a network; `document` once the server has it. */
export interface KeptPhoto {
  readonly id: string;
  readonly park: string;
  readonly name: string;
  readonly blob: Blob;
  readonly document: string | null;
}
