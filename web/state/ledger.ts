import type { FeatureCollection } from 'geojson';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { readLedger, type LedgerAnswer } from '../api.ts';
import { useFeed } from './feed.ts';
import { loadAnswer } from './load-answer.ts';
import { usePark } from './park.ts';
import { useView } from './view.ts';

/** What the address bar holds while the ledger is open and none of its findings is chosen. */
export const allFindings = 'all';

export type Finding = LedgerAnswer['findings']['features'][number]['properties'] & { readonly number: number };
export type LedgerRow = LedgerAnswer['rows'][number];
export type MeasuredParcel = LedgerAnswer['parcels'][number];

/** The ledger of the plan looked at, while it is open, and the finding of it that is chosen. */
export const useLedger = defineStore('ledger', () => {
  const view = useView();
  const park = usePark();
  const feed = useFeed();
  const isOpen = computed(() => view.panel === 'account' && view.finding !== null);
  const { data, failure } = loadAnswer(
    () => (isOpen.value && view.park && park.plan ? `${view.park}/${park.plan}` : null),
    () => String(feed.attempt),
    (signal) => readLedger({ park: view.park, signal }, park.plan ?? ''),
  );
  const drawn = computed(() => {
    const features = data.value?.findings.features.map((feature, index) => ({
      ...feature,
      properties: { ...feature.properties, number: index + 1 },
    }));
    return features && { type: 'FeatureCollection' as const, features };
  });
  const findings = computed<readonly Finding[]>(() => drawn.value?.features.map(({ properties }) => properties) ?? []);
  return {
    isOpen,
    answer: data,
    failure,
    findings,
    /** The findings as the map draws them. */
    drawn: computed(() => drawn.value as FeatureCollection | undefined),
    chosen: computed(() => findings.value.find(({ code }) => code === view.finding) ?? null),
  };
});
