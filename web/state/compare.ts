import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { Day } from '../../domain/day.ts';
import type { ParcelStatus } from '../../domain/parcel/schema.ts';
import { readComparison, readState } from '../api.ts';
import type { ParcelState } from '../answers.ts';
import { useLand } from './land.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { usePark } from './park.ts';
import { useView } from './view.ts';

export interface StatusChange {
  code: string;
  before: ParcelStatus;
  after: ParcelStatus;
}

/** Two days side by side: the day looked at and the other one, in the order of time. */
export const useCompare = defineStore('compare', () => {
  const view = useView();
  const park = usePark();
  const land = useLand();
  const moment = useMoment();
  const isOn = computed(() => view.against !== null && park.on !== null);
  const days = computed<{ from: Day; to: Day }>(() => {
    const [from = '', to = ''] = [view.against ?? '', park.on ?? ''].sort();
    return { from, to };
  });
  const subject = () => (isOn.value ? view.park : null);
  const comparison = loadAnswer(
    subject,
    () => `${days.value.from}/${days.value.to}/${moment.ofFeed()}`,
    (signal) => readComparison({ park: view.park, ...days.value, signal }),
  );
  const other = loadAnswer(
    subject,
    () => `${view.against ?? ''}/${moment.ofFeed()}`,
    (signal) => readState({ park: view.park, on: view.against ?? undefined, signal }),
  );
  const otherStates = computed(
    () => new Map<string, ParcelState>(other.data.value?.parcels.map((parcel) => [parcel.code, parcel]) ?? []),
  );
  const isEarlier = computed(() => view.against !== null && park.on !== null && view.against < park.on);

  const changes = computed<StatusChange[]>(() => {
    if (!isOn.value || other.data.value?.on !== view.against) return [];
    return [...land.parcelStates].flatMap(([code, { status }]) => {
      const then = otherStates.value.get(code)?.status ?? status;
      if (then === status) return [];
      return [isEarlier.value ? { code, before: then, after: status } : { code, before: status, after: then }];
    });
  });
  const opened = computed(() => {
    const { figure } = view;
    const row = figure && comparison.data.value?.rows.find(({ phase }) => phase === figure.phase);
    return row && figure ? row.columns[figure.column] : null;
  });
  /** What is lit on the map: the opened difference, else every parcel that is in another state. */
  const codes = computed(() =>
    opened.value
      ? [...opened.value.entered, ...opened.value.left].map(({ code }) => code)
      : changes.value.map(({ code }) => code),
  );

  return {
    isOn,
    days,
    /** Whether the other day lies before the day looked at. */
    isEarlier,
    answer: comparison.data,
    failure: computed(() => comparison.failure.value ?? other.failure.value),
    other: other.data,
    otherStates,
    changes,
    opened,
    codes,
  };
});
