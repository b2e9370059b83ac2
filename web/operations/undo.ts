import { defineOperation } from './operation.ts';

export interface UndoInput {
  seq: number;
  reason: string | null;
}

export const undo = defineOperation<UndoInput>('undo', 'u');
