import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { LandUse } from '../../domain/park/schema.ts';
import { readPark, readParks } from '../api.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** The park that is open, its plan versions and phases, and the list of parks to choose from. */
export const usePark = defineStore('park', () => {
  const view = useView();
  const moment = useMoment();
  const list = loadAnswer(
    () => 'parks',
    moment.ofFeed,
    (signal) => readParks(signal),
    { isPatient: true },
  );
  const one = loadAnswer(
    () => view.park || null,
    moment.ofFeed,
    (signal) => readPark({ park: view.park, signal }),
  );
  const answer = one.data;
  const landUses = computed(
    () => new Map<string, LandUse>(answer.value?.landUses.map((use) => [`${use.standard}/${use.code}`, use]) ?? []),
  );
  const on = computed(() => view.on ?? answer.value?.knownUntil ?? null);
  return {
    parks: computed(() => list.data.value?.parks ?? []),
    answer,
    /** Why there is no park to see; before one is open, why there is none to choose. */
    failure: computed(() => one.failure.value ?? (view.park === '' ? list.failure.value : null)),
    /** The day looked at: asked for, or the last day whose facts are known. */
    on,
    isForecast: computed(() => on.value !== null && answer.value !== null && on.value > answer.value.knownUntil),
    plan: computed(() => view.plan ?? answer.value?.inForce ?? null),
    landUse: (standard: string, code: string): LandUse | null => landUses.value.get(`${standard}/${code}`) ?? null,
    phase: (code: string) => answer.value?.phases.find((phase) => phase.code === code) ?? null,
  };
});
