import type { ImportQuestion } from '../api/import.ts';
import { defineOperation } from './operation.ts';

/** What is taken over from a survey file: how it was read and placed, and the changes that are accepted. */
export interface ImportLandInput extends ImportQuestion {
  placing: NonNullable<ImportQuestion['placing']>;
  import: string;
  /** By their ids; all: whatever nothing speaks against. */
  chosen: 'all' | string[];
}

export const importLand = defineOperation<ImportLandInput>('import-land', 'i');
