import { formatChainage } from '../../domain/road/chainage.ts';
import type { Interval } from '../../domain/road/intervals.ts';
import { markOf, marksOf, placeWords, type MarkedRoad } from '../../domain/road/marks.ts';
import { useView } from './view.ts';

/** Chainage marks as the reader's language writes them; without its road a measure is written as it is. */
export function useMarks() {
  const view = useView();
  const tell = (mark: string) =>
    view.locale === 'en' ? mark.replaceAll(placeWords.first, ' BK').replaceAll(placeWords.last, ' AH') : mark;
  return {
    tell,
    mark: (road: MarkedRoad | null, metres: number) => (road ? tell(markOf(road, metres)) : formatChainage(metres)),
    range: (road: MarkedRoad | null, interval: Interval) => {
      if (!road) return { from: formatChainage(interval.fromMetres), to: formatChainage(interval.toMetres) };
      const { from, to } = marksOf(road, interval);
      return { from: tell(from), to: tell(to) };
    },
  };
}
