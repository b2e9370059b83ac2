import type { FeatureCollection } from 'geojson';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Day } from '../../domain/day.ts';
import type { Transformation } from '../../domain/survey/system/shift/transformation.ts';
import type { ImportProgress, SurveyFinding } from '../answers/import.ts';
import { examineImport, readImportLand, readImportProgress, readImports, type ImportQuestion } from '../api/import.ts';
import { defaultDay } from './default-day.ts';
import { useFeed } from './feed.ts';
import { carryOver, indexEntries, leave, noEntries, take, usualChoice } from './import/choose-entries.ts';
import { drawIncoming, drawMarks } from './import/draw-import.ts';
import { keyOf, systemOfCandidate, wantsParameters, type ChosenSystem, type Placing } from './import/placing.ts';
import { newShiftDraft, placeControls } from './import/shift-draft.ts';
import { useLand } from './land.ts';
import { loadAnswer } from './load-answer.ts';
import { usePark } from './park.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

type Reading = NonNullable<ImportQuestion['reading']>;
const asItSeems: Reading = { encoding: null, member: null, as: null, layers: null };
const askAgainMs = 600;

/** A survey file on its way into the park: how it is read, where it lies, what is mended, and what of it is accepted. */
export const useImport = defineStore('import', () => {
  const view = useView();
  const park = usePark();
  const feed = useFeed();
  const land = useLand();
  const session = useSession();

  const isAllowed = computed(() => session.can('import-land'));
  const isOpen = computed(() => view.panel === 'import' && isAllowed.value);
  const file = computed(() => (isOpen.value ? view.importFile : null));
  const shelf = loadAnswer(
    () => (isOpen.value && view.park ? view.park : null),
    () => `${feed.turn}/${feed.attempt}/${file.value}`,
    (signal) => readImports(view.park, signal),
  );

  const reading = ref<Reading>(asItSeems);
  const on = ref<Day>('');
  const scope = ref<'held' | 'whole'>('held');
  const repairs = shallowRef<ReadonlySet<string>>(new Set());
  const codes = ref<Record<string, string>>({});
  const system = shallowRef<ChosenSystem | null>(null);
  const transformation = shallowRef<Transformation | null>(null);
  const isConfirmed = ref(false);
  const index = shallowRef(noEntries);
  const chosen = shallowRef<ReadonlySet<string>>(new Set());
  const looked = shallowRef<{ readonly entry: string | null; readonly finding: SurveyFinding | null }>(
    nothingLookedAt(),
  );
  const shift = ref(newShiftDraft());
  /** Who waits for a place on the map to be pointed at. */
  const pointing = shallowRef<((place: readonly [number, number]) => void) | null>(null);
  /** Where the map is to go. */
  const wanted = shallowRef<readonly [number, number, number, number] | null>(null);

  const placing = computed<Placing | null>(() => {
    const { value: now } = system;
    if (now === null || (wantsParameters(now) && transformation.value === null)) return null;
    return { ...now, transformation: wantsParameters(now) ? transformation.value : null };
  });
  const question = computed<ImportQuestion>(() => ({
    reading: reading.value,
    placing: placing.value,
    repairs: [...repairs.value],
    scope: scope.value,
    codes: codes.value,
    on: on.value,
  }));
  const asking = (signal: AbortSignal) => ({ park: view.park, file: file.value ?? '', signal });
  const landVersion = () => `${land.state?.landVersion ?? ''}/${feed.attempt}`;

  const opened = loadAnswer(
    () => (file.value !== null && on.value !== '' ? file.value : null),
    () => `${JSON.stringify(reading.value)}/${feed.attempt}`,
    (signal) => examineImport(asking(signal), { reading: reading.value, on: on.value }),
  );
  const placedSubject = () =>
    file.value === null || placing.value === null || on.value === ''
      ? null
      : JSON.stringify([file.value, reading.value, placing.value]);
  const ofQuestion = () => `${JSON.stringify(question.value)}/${landVersion()}`;
  const examined = loadAnswer(placedSubject, ofQuestion, (signal) => examineImport(asking(signal), question.value));
  const drawn = loadAnswer(placedSubject, ofQuestion, (signal) => readImportLand(asking(signal), question.value));
  const placed = computed(() => examined.data.value?.placed ?? null);
  const isWorking = computed(() => opened.isLoading.value || examined.isLoading.value);

  function begin(): void {
    const { answer } = park;
    reading.value = asItSeems;
    system.value = transformation.value = null;
    isConfirmed.value = false;
    scope.value = 'held';
    repairs.value = new Set();
    codes.value = {};
    shift.value = newShiftDraft();
    pointing.value = null;
    looked.value = nothingLookedAt();
    if (!answer) return;
    const likely = defaultDay({ lookedOn: view.on, today: answer.today, knownUntil: answer.knownUntil });
    on.value = likely > answer.today ? answer.today : likely;
  }
  watch([file, () => park.answer === null], begin, { immediate: true });

  /** The system a file says and the place agrees with is shown at once; a person still confirms it. */
  watch(opened.data, (answer) => {
    const certain = answer?.candidates.filter(({ isCertain }) => isCertain) ?? [];
    if (system.value === null && certain.length === 1) choose(systemOfCandidate(certain[0]!));
  });
  watch(placing, (now, before) => {
    if (JSON.stringify(now) !== JSON.stringify(before)) isConfirmed.value = false;
  });
  let indexed: string | null = null;
  watch(placed, (answer) => {
    looked.value = nothingLookedAt();
    if (!answer) return;
    const before = index.value;
    index.value = indexEntries(answer.entries);
    const isSame = indexed === placedSubject();
    indexed = placedSubject();
    chosen.value = isSame ? carryOver(before, chosen.value, index.value) : usualChoice(index.value);
  });

  function choose(now: ChosenSystem): void {
    if (system.value && keyOf(system.value) === keyOf(now)) return;
    system.value = now;
    transformation.value = null;
  }

  const progress = shallowRef<ImportProgress | null>(null);
  watch(isWorking, (now, _, onCleanup) => {
    progress.value = null;
    if (!now) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const told = await readImportProgress(asking(controller.signal)).catch(() => null);
      if (controller.signal.aborted) return;
      progress.value = told?.progress ?? null;
      timer = setTimeout(() => void look(), askAgainMs);
    };
    timer = setTimeout(() => void look(), askAgainMs);
    onCleanup(() => {
      clearTimeout(timer);
      controller.abort();
    });
  });

  const incoming = computed<FeatureCollection | undefined>(() =>
    file.value === null
      ? undefined
      : drawIncoming(
          drawn.data.value,
          isConfirmed.value ? placed.value : null,
          land.sourcesOn(on.value)?.parcels ?? null,
        ),
  );
  const marks = computed<FeatureCollection | undefined>(() => {
    if (file.value === null) return undefined;
    const now = system.value && keyOf(system.value);
    const candidates = isConfirmed.value ? [] : (opened.data.value?.candidates ?? []);
    return drawMarks({
      candidates: candidates.map((candidate) => ({
        candidate,
        isChosen: keyOf(systemOfCandidate(candidate)) === now,
      })),
      findings: isConfirmed.value ? (placed.value?.findings ?? []) : [],
      finding: looked.value.finding,
      controls: isConfirmed.value || !park.answer ? [] : placeControls(shift.value.rows, park.answer.park),
    });
  });

  return {
    isAllowed,
    file,
    shelf: shelf.data,
    shelfFailure: shelf.failure,
    reload: shelf.reload,
    /** Asks again what could not be had. */
    retry: () => void Promise.all([opened, examined, drawn].map(({ reload }) => reload())),
    opened: opened.data,
    openedFailure: opened.failure,
    placed,
    placedFailure: examined.failure,
    isWorking,
    progress,
    question,
    reading,
    on,
    scope,
    repairs,
    codes,
    system,
    transformation,
    placing,
    isConfirmed,
    chosen,
    index,
    looked,
    shift,
    pointing,
    wanted,
    incoming,
    marks,
    choose,
    take: (ids: readonly string[]) => (chosen.value = take(index.value, chosen.value, ids)),
    leave: (ids: readonly string[]) => (chosen.value = leave(index.value, chosen.value, ids)),
    /** Gives up what is being worked out. */
    cancel: () => {
      if (system.value === null) view.showImport(null);
      system.value = null;
    },
  };
});

function nothingLookedAt(): { readonly entry: string | null; readonly finding: SurveyFinding | null } {
  return { entry: null, finding: null };
}
