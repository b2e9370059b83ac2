import { computed, ref, watch } from 'vue';
import type { Document } from '../../domain/document/schema.ts';
import { readHistory } from '../api/history.ts';
import type { HistoryAnswer, HistoryFilter } from '../answers/history.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/**
 * The log as filtered, newest first, page by page; null asks nothing. When something happens all pages on show are
 * read again: an undo changes older events too.
 */
export function useHistory(filter: () => Partial<HistoryFilter> | null) {
  const view = useView();
  const moment = useMoment();
  const pages = ref(1);
  const asked = () => {
    const wanted = filter();
    return wanted && view.park !== '' ? `${view.park}/${JSON.stringify(wanted)}` : null;
  };
  watch(asked, () => (pages.value = 1), { flush: 'sync' });

  async function readPages(signal: AbortSignal): Promise<HistoryAnswer> {
    let all: HistoryAnswer = { events: [], documents: [], hasEarlier: true };
    for (let page = 0; page < pages.value && all.hasEarlier; page += 1) {
      const next = await readHistory({ park: view.park, signal }, filter() ?? {}, all.events.at(-1)?.seq ?? null);
      all = {
        events: [...all.events, ...next.events],
        documents: [...all.documents, ...next.documents],
        hasEarlier: next.hasEarlier,
      };
    }
    return all;
  }
  const { data, failure, isLoading } = loadAnswer(asked, () => `${moment.ofFeed()}/${pages.value}`, readPages);
  const documents = computed(
    () => new Map<string, Document>(data.value?.documents.map((document) => [document.id, document]) ?? []),
  );
  return {
    data,
    failure,
    isLoading,
    documents,
    more: () => {
      pages.value += 1;
    },
  };
}
