import { useI18n } from 'vue-i18n';
import type { LatePlan } from '../../answers/readiness.ts';
import type { Subject } from '../../state/address.ts';
import { useRoads } from '../../state/roads.ts';
import { useMarks } from '../../state/use-marks.ts';
import { useWorks } from '../../state/works.ts';
import { useSay } from '../../ui/use-say.ts';

/** What a late plan is called, and what to open for it (null for a batch, which has no card). */
export function useLateName() {
  const roads = useRoads();
  const works = useWorks();
  const marks = useMarks();
  const { t } = useI18n();
  const { say } = useSay();

  function nameOf(late: LatePlan): string {
    switch (late.kind) {
      case 'work': {
        const work = works.byCode(late.code);
        return work ? say(work.name, work.nameEn) : late.code;
      }
      case 'road': {
        const road = roads.byCode(late.code);
        const { from, to } = marks.range(road, late);
        const layer = t(`road.layer.${late.layer}`);
        return t('readiness.late.road', { road: road ? say(road.name, road.nameEn) : late.code, from, to, layer });
      }
      case 'gate': {
        const gate = t(`parcel.gate.${late.gate}`);
        if (late.document) return t('readiness.late.gate', { gate, document: late.document });
        return late.code === late.gate ? gate : t('readiness.late.parcelGate', { gate, code: late.code });
      }
    }
  }
  function subjectOf(late: LatePlan): Subject | null {
    if (late.kind !== 'gate') return { kind: late.kind, code: late.code };
    return null;
  }
  return { nameOf, subjectOf };
}
