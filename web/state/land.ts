import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { Day } from '../../domain/day.ts';
import { readLayer, readState, type LayerName } from '../api.ts';
import type { Layer, ParcelFields, ParcelState, ZoneFields } from '../answers.ts';
import { useFeed } from './feed.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { parcelsOfDay, sameAsBefore } from './of-day.ts';
import { usePark } from './park.ts';
import { useView } from './view.ts';

/** The drawn park: layers that hardly change, and the small table of what everything is like on the day. */
export const useLand = defineStore('land', () => {
  const view = useView();
  const park = usePark();
  const feed = useFeed();
  const moment = useMoment();
  const subject = () => view.park || null;
  const retries = () => String(feed.attempt);
  const layer = <Fields>(name: LayerName) =>
    loadAnswer(subject, retries, (signal) => readLayer<Fields>({ park: view.park, signal }, name));

  const base = layer<Record<string, unknown>>('base');
  const planVersions = layer<{ code: string }>('plan-versions');
  const survey = layer<{ code: string }>('survey');
  const phases = layer<{ code: string }>('phases');
  /** The state of the boundaries that is wanted; they are read anew when the park tells of another. */
  const wanted = ref(0);
  const boundaries = loadAnswer(
    subject,
    () => `${retries()}/${wanted.value}`,
    (signal) => readLayer<ParcelFields>({ park: view.park, signal }, 'parcels'),
  );
  const roads = layer<{ code: string; name: string; nameEn: string }>('roads');
  const works = layer<{ code: string; name: string; nameEn: string }>('works');
  const zones = loadAnswer(
    () => (view.park && park.plan ? view.park : null),
    () => `${park.plan ?? ''}/${retries()}`,
    (signal) => readLayer<ZoneFields>({ park: view.park, signal }, 'zones', park.plan ?? undefined),
  );
  const state = loadAnswer(subject, moment.ofDay, (signal) => readState({ park: view.park, on: moment.on(), signal }));
  watch(state.data, (answer) => answer && feed.learn(answer.seq));
  watch([state.data, boundaries.data], ([answer, drawn]) => {
    if (answer && drawn && drawn.landVersion !== answer.landVersion) wanted.value = answer.landVersion;
  });
  const parcelsOn = (on: Day | null) =>
    boundaries.data.value === null || on === null ? null : parcelsOfDay(boundaries.data.value, on);
  const parcels = computed<Layer<ParcelFields> | null>((before) =>
    sameAsBefore(parcelsOn(state.data.value?.on ?? park.on), before ?? null),
  );

  const sources = computed(() => {
    const all = { base, planVersions, survey, phases, zones, roads, works };
    const loaded = Object.entries(all).map(([name, { data: layer }]) => [name, layer.value]);
    const data = Object.fromEntries([...loaded, ['parcels', parcels.value]]);
    return Object.values(data).every((value) => value !== null) ? (data as Sources) : null;
  });
  type Sources = {
    [
      Name in 'base' | 'planVersions' | 'survey' | 'phases' | 'zones' | 'parcels' | 'roads' | 'works'
    ]: GeoJSON.FeatureCollection;
  };

  return {
    sources,
    /** The same land with the parcels of another day. */
    sourcesOn: (on: Day) => {
      const others = parcelsOn(on);
      return sources.value && others && { ...sources.value, parcels: others };
    },
    state: state.data,
    failure: computed(
      () =>
        [state, boundaries, zones, base, roads, works, phases, planVersions, survey].find((one) => one.failure.value)
          ?.failure.value ?? null,
    ),
    isLoading: computed(() => state.isLoading.value || boundaries.isLoading.value || zones.isLoading.value),
    /** Codes of all parcels there are or were, on whatever day. */
    usedCodes: computed(() => boundaries.data.value?.features.map(({ properties }) => properties.code) ?? []),
    parcelFields: computed(
      () =>
        new Map<string, ParcelFields>(
          parcels.value?.features.map(({ properties }) => [properties.code, properties]) ?? [],
        ),
    ),
    zoneFields: computed(
      () =>
        new Map<string, ZoneFields>(
          zones.data.value?.features.map(({ properties }) => [properties.code, properties]) ?? [],
        ),
    ),
    parcelStates: computed(
      () => new Map<string, ParcelState>(state.data.value?.parcels.map((parcel) => [parcel.code, parcel]) ?? []),
    ),
  };
});
