import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Day } from '../../domain/day.ts';
import type { BatchStep } from '../../domain/parcel/approval-batches.ts';
import { readBatches, readParcelReadiness, readReadiness, readRisks } from '../api.ts';
import type { LatePlan, ReadinessGroup } from '../answers/readiness.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** Parcels that are opened together: a group, a step of a batch, or what a late thing holds back. */
export type Lot =
  | { kind: 'group'; state: ReadinessGroup['state']; month: string | null }
  | { kind: 'batch'; document: string | null; step: BatchStep | 'all' }
  | { kind: 'sum'; step: BatchStep }
  | { kind: 'risk'; late: LatePlan }
  | { kind: 'risks' };

export interface Delay {
  kind: 'work' | 'road';
  code: string;
  days: number;
}

/** What is ready for supply, what is late and what it costs; asked only while its panel is open. */
export const useReadiness = defineStore('readiness', () => {
  const view = useView();
  const moment = useMoment();
  const supposed = ref<Day | null>(null);
  const delay = shallowRef<Delay | null>(null);
  const lot = shallowRef<Lot | null>(null);
  const subject = () => (view.panel === 'readiness' && view.park ? view.park : null);
  const asked = () => `${moment.ofDay()}/${supposed.value ?? ''}`;
  const reading = (signal: AbortSignal) => ({
    park: view.park,
    on: moment.on(),
    known: supposed.value ?? undefined,
    signal,
  });
  const readiness = loadAnswer(subject, asked, (signal) => readReadiness(reading(signal)));
  const batches = loadAnswer(subject, asked, (signal) => readBatches(reading(signal)));
  const risks = loadAnswer(
    subject,
    () => `${asked()}/${JSON.stringify(delay.value)}`,
    (signal) => readRisks(reading(signal), delay.value),
  );

  watch(subject, () => (lot.value = null));
  watch(
    () => view.park,
    () => {
      supposed.value = null;
      delay.value = null;
    },
  );

  function codesOf(wanted: Lot): readonly string[] | undefined {
    switch (wanted.kind) {
      case 'group': {
        const isWanted = ({ state, month }: ReadinessGroup) => state === wanted.state && month === wanted.month;
        return readiness.data.value?.groups.find(isWanted)?.codes;
      }
      case 'batch': {
        const batch = batches.data.value?.batches.find(({ document }) => document === wanted.document);
        return wanted.step === 'all' ? batch?.codes : batch?.reached[wanted.step].codes;
      }
      case 'sum':
        return batches.data.value?.total[wanted.step].codes;
      case 'risk':
        return risks.data.value?.risks.find(({ late }) => isSame(late, wanted.late))?.parcels;
      case 'risks':
        return risks.data.value?.total.parcels;
    }
  }
  /** The codes of the opened lot as the answers have them now; null while nothing is open. */
  const codes = computed(() => (lot.value === null ? null : (codesOf(lot.value) ?? [])));

  return {
    supposed,
    delay,
    lot,
    codes,
    answer: readiness.data,
    batches: batches.data,
    risks: risks.data,
    failure: computed(() => readiness.failure.value ?? batches.failure.value ?? risks.failure.value),
    open: (wanted: Lot | null) => (lot.value = wanted),
  };
});

/** What the parcel whose card is open waits for. */
export const useParcelReadiness = defineStore('parcel-readiness', () => {
  const view = useView();
  const moment = useMoment();
  const readiness = useReadiness();
  const code = () => (view.selection?.kind === 'parcel' ? view.selection.code : '');
  const known = () => (view.panel === 'readiness' ? (readiness.supposed ?? undefined) : undefined);
  return loadAnswer(
    () => (code() === '' ? null : `${view.park}/${code()}`),
    () => `${moment.ofDay()}/${known() ?? ''}`,
    (signal) => readParcelReadiness({ park: view.park, on: moment.on(), known: known(), signal }, code()),
  );
});

function isSame(one: LatePlan, other: LatePlan): boolean {
  if (one.kind !== other.kind || one.code !== other.code) return false;
  if (one.kind === 'road' && other.kind === 'road') return one.layer === other.layer;
  return one.kind !== 'gate' || other.kind !== 'gate' || one.gate === other.gate;
}
