import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { combineChoice, type ChoiceMode } from './combine-choice.ts';
import { useLand } from './land.ts';
import { sumAreas } from './sum-areas.ts';
import { useTask } from './task.ts';

export type ChoiceTool = 'box' | 'lasso';

/** How parcels are chosen on the map while a task takes parcels, and what is chosen with the line now being drawn. */
export const useChoice = defineStore('choice', () => {
  const task = useTask();
  const land = useLand();
  const tool = ref<ChoiceTool | null>(null);
  const mode = ref<ChoiceMode>('replace');
  const drawn = shallowRef<{ found: readonly string[]; mode: ChoiceMode } | null>(null);
  const codes = computed(() =>
    drawn.value ? combineChoice(task.picked, drawn.value.found, drawn.value.mode) : task.picked,
  );

  function show(found: readonly string[], how: ChoiceMode): void {
    drawn.value = { found, mode: how };
  }
  function cancel(): void {
    drawn.value = null;
  }
  function take(found: readonly string[], how: ChoiceMode): void {
    cancel();
    task.picked = combineChoice(task.picked, found, how);
  }
  /** Parcels found elsewhere join what is being chosen, or begin it. */
  function bring(found: readonly string[]): void {
    if (task.isPicking) take(found, 'add');
    else task.begin({ kind: 'choose', parcels: [...found], basedOn: land.state?.seq ?? 0 });
  }
  watch(
    () => `${task.isPicking}/${task.number}`,
    () => {
      tool.value = null;
      mode.value = 'replace';
      cancel();
    },
  );
  return {
    tool,
    mode,
    codes,
    squareMetres: computed(() => sumAreas(codes.value.map((code) => land.parcelFields.get(code)?.squareMetres ?? 0))),
    show,
    cancel,
    take,
    bring,
  };
});
