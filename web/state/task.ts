import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Gate, Side } from '../../domain/parcel/schema.ts';
import type { ClaimKind, ProjectStage } from '../../domain/project/stages.ts';
import type { RoadLayer } from '../../domain/road/schema.ts';
import type { CommandAnswer, EventAnswer } from '../answers.ts';
import type { ImportLandInput } from '../operations/import-land.ts';
import type { Subject } from './address.ts';
import { useView } from './view.ts';

export interface StretchDraft {
  layer: RoadLayer;
  side: Side;
  fromMetres: number;
  toMetres: number;
}

/** What a member of staff is about to do; at most one thing at a time. */
export type Task =
  | { kind: 'choose'; parcels: string[]; basedOn: number }
  | { kind: 'record-gate'; parcels: string[]; gate: Gate | null; basedOn: number }
  | { kind: 'record-stretch'; road: string; draft: StretchDraft; basedOn: number }
  | { kind: 'record-work'; work: string; basedOn: number }
  | { kind: 'assign-parcels'; parcels: string[]; project: string | null; as?: ClaimKind; basedOn: number }
  | { kind: 'release-parcels'; parcels: string[]; basedOn: number }
  | { kind: 'split-parcel'; parcel: string; basedOn: number }
  | { kind: 'record-stage'; project: string; stage?: ProjectStage; basedOn: number }
  | {
      kind: 'import-land';
      input: ImportLandInput;
      /** Of the file. */
      name: string;
      counts: { added: number; reshaped: number; removed: number };
      basedOn: number;
    }
  | { kind: 'undo'; event: EventAnswer; basedOn: number };

/** What a form is filled with from the start: an order that came back. */
export interface Filled {
  /** The order in the outbox; it goes when the form is done. */
  readonly entry: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly documents: readonly string[];
}

export const useTask = defineStore('task', () => {
  const view = useView();
  const current = shallowRef<Task | null>(null);
  const number = ref(0);
  const filled = shallowRef<Filled | null>(null);
  const previewed = shallowRef<CommandAnswer | null>(null);
  const picked = ref<string[]>([]);
  const isPicking = computed(() => current.value !== null && 'parcels' in current.value);

  function begin(task: Task, filling: Filled | null = null): void {
    current.value = task;
    filled.value = filling;
    number.value += 1;
    previewed.value = null;
    picked.value = 'parcels' in task ? [...task.parcels] : [];
  }
  function end(): void {
    current.value = null;
    filled.value = null;
    previewed.value = null;
    picked.value = [];
  }
  /** A click on the map while parcels are being picked adds the parcel, or takes it away again. */
  function pick(parcel: string): void {
    picked.value = picked.value.includes(parcel)
      ? picked.value.filter((code) => code !== parcel)
      : [...picked.value, parcel];
  }
  /** What a click on a thing means: picking while parcels are picked, nothing while another form is open, else opening it. */
  function touch(subject: Subject | null): void {
    if (current.value === null) view.select(subject);
    else if (isPicking.value && subject?.kind === 'parcel') pick(subject.code);
  }
  watch(() => view.park, end);
  return { current, number, filled, previewed, picked, isPicking, begin, end, pick, touch };
});
