import type { ReadingNote } from '../../survey-file.ts';
import type { PlacedFeature, Report } from '../finding.ts';

/** Tells features whose rings the reader had to close (notes `….ring-unclosed`): by record, else by the line before it. */
export function unclosedRings(features: readonly PlacedFeature[], notes: readonly ReadingNote[], report: Report): void {
  const unclosed = notes.filter(({ code }) => code.endsWith('ring-unclosed'));
  if (unclosed.length === 0) return;
  const byRecord = new Map(features.map(({ at }, feature) => [at.record, feature]));
  const byLine = features
    .flatMap(({ at }, feature) => (at.line === null ? [] : [{ line: at.line, feature }]))
    .sort((a, b) => a.line - b.line);
  for (const { at, detail } of unclosed) {
    const ofLine = byLine.findLast(({ line }) => at.line !== null && line <= at.line)?.feature;
    const feature = (at.record === null ? undefined : byRecord.get(at.record)) ?? ofLine;
    if (feature !== undefined) report({ code: 'ring-unclosed', feature, detail });
  }
}
