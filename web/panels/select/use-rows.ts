import { computed, type ComputedRef } from 'vue';
import { readBatches } from '../../api.ts';
import type { BatchAnswer } from '../../answers/readiness.ts';
import { useLand } from '../../state/land.ts';
import { loadAnswer } from '../../state/load-answer.ts';
import { useMoment } from '../../state/moment.ts';
import { usePark } from '../../state/park.ts';
import { useProjects } from '../../state/projects.ts';
import { useView } from '../../state/view.ts';
import type { ParcelRow } from './filter-parcels.ts';

/** Every parcel of the park as it is on the day looked at, with its approval batch; and the batches. */
export function useRows(): { rows: ComputedRef<ParcelRow[]>; batches: ComputedRef<readonly BatchAnswer[]> } {
  const land = useLand();
  const park = usePark();
  const projects = useProjects();
  const view = useView();
  const moment = useMoment();
  const answer = loadAnswer(
    () => view.park || null,
    moment.ofDay,
    (signal) => readBatches({ park: view.park, on: moment.on(), known: undefined, signal }),
  );
  const batches = computed(() => answer.data.value?.batches ?? []);
  const batchOf = computed(
    () => new Map(batches.value.flatMap(({ document, codes }) => codes.map((code) => [code, document] as const))),
  );

  const rows = computed(() =>
    [...land.parcelFields.values()].flatMap((fields) => {
      const state = land.parcelStates.get(fields.code);
      if (!state) return [];
      const { code, phase, standard, landUse, access, squareMetres } = fields;
      const use = park.landUse(standard, landUse);
      const project = state.claim && projects.byCode(state.claim.project);
      const batch = batchOf.value.get(code);
      const words = [code, landUse, use?.name, use?.nameEn, batch, access.road];
      const held = [project?.code, project?.name, project?.nameEn, project?.company, project?.companyEn];
      return [
        {
          code,
          phase,
          use: `${standard}/${landUse}`,
          status: state.status,
          access,
          batch,
          words: [...words, ...held].filter(Boolean).join('\n'),
          squareMetres,
        },
      ];
    }),
  );
  return { rows, batches };
}
