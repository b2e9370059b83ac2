import { computed, type ComputedRef } from 'vue';
import { useAccount } from '../../state/account.ts';
import { useChoice } from '../../state/choice.ts';
import { useCompare } from '../../state/compare.ts';
import { useProjects } from '../../state/projects.ts';
import { useReadiness } from '../../state/readiness.ts';
import { useTask } from '../../state/task.ts';
import { useView } from '../../state/view.ts';

/** The codes that are lit on the map: what is about to change, else the opened figure, else the land of the open project. */
export function useHighlight(): ComputedRef<readonly string[]> {
  const account = useAccount();
  const choice = useChoice();
  const compare = useCompare();
  const projects = useProjects();
  const readiness = useReadiness();
  const task = useTask();
  const view = useView();
  return computed(() => {
    if (task.current)
      return [...new Set([...choice.codes, ...(task.previewed?.moved.map(({ parcel }) => parcel) ?? [])])];
    if (view.selection?.kind === 'project') {
      return projects.byCode(view.selection.code)?.claims.map(({ parcel }) => parcel) ?? [];
    }
    if (view.panel === 'readiness') return readiness.codes ?? [];
    if (compare.isOn) return compare.codes;
    return account.opened?.codes ?? [];
  });
}
