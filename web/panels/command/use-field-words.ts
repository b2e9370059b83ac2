import { useI18n } from 'vue-i18n';
import type { ComparedRow } from '../../../domain/park/compare-rows.ts';
import type { FieldValue } from '../../../domain/park/row-fields.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useMarks } from '../../state/use-marks.ts';
import { useSay } from '../../ui/use-say.ts';

const ofProject: ReadonlySet<string> = new Set(['kind', 'stage']);

/** Names and values of the fields of a row, as the reader's language writes them. */
export function useFieldWords() {
  const { t } = useI18n();
  const { say } = useSay();
  const roads = useRoads();
  const projects = useProjects();
  const marks = useMarks();

  function valueOf({ change }: ComparedRow, field: string, value: FieldValue): string {
    if (value === null) return t('command.empty');
    if (typeof value === 'number') {
      const row = change.after ?? change.before;
      const code = row !== null && 'road' in row ? row.road : '';
      return marks.mark(roads.byCode(code), value);
    }
    if (field === 'side') return t(`parcel.side.${value}`);
    if (field === 'project') {
      const project = projects.byCode(value);
      return project ? say(project.name, project.nameEn) : value;
    }
    if (ofProject.has(field)) return t(field === 'kind' ? `project.claim.${value}` : `project.stage.${value}`);
    return value;
  }
  return { nameOf: (field: string) => t(`command.field.${field}`), valueOf };
}
