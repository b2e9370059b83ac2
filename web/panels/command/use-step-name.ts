import { useI18n } from 'vue-i18n';
import type { Step } from '../../../domain/park/step.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useMarks } from '../../state/use-marks.ts';
import { useWorks } from '../../state/works.ts';
import { useSay } from '../../ui/use-say.ts';

export interface StepName {
  readonly title: string;
  readonly note: string | null;
}

/** A next step in words: what is recorded, and on what. */
export function useStepName(): (step: Step) => StepName {
  const { t } = useI18n();
  const { say } = useSay();
  const roads = useRoads();
  const works = useWorks();
  const projects = useProjects();
  const marks = useMarks();
  const named = (found: { name: string; nameEn: string } | null, code: string) =>
    found ? say(found.name, found.nameEn) : code;
  const ofProject = (code: string | null) => (code === null ? null : named(projects.byCode(code), code));
  const opens = (gate: string | null) => (gate === null ? null : t('step.opens', { gate: t(`parcel.gate.${gate}`) }));

  return (step) => {
    switch (step.act) {
      case 'record-gate':
        return { title: t('parcel.recordGate', { gate: t(`parcel.gate.${step.gate}`) }), note: null };
      case 'record-stretch': {
        const road = roads.byCode(step.road);
        const side = step.side === 'full' ? null : t(`parcel.side.${step.side}`);
        const { from, to } = marks.range(road, step);
        // On the card of the road itself its name is said already.
        const where = step.opens === null ? null : named(road, step.road);
        return {
          title: t('step.stretch', { layer: t(`road.layer.${step.layer}`) }),
          note: [where, `${from} – ${to}`, side, opens(step.opens)].filter(Boolean).join(' · '),
        };
      }
      case 'record-work': {
        const work = works.byCode(step.work);
        const title = t(work?.doneOn ? 'step.workAgain' : 'step.work');
        return { title, note: [named(work, step.work), opens(step.opens)].filter(Boolean).join(' · ') };
      }
      case 'assign-parcels':
        return { title: t(`step.assign.${step.kind}`), note: ofProject(step.project) };
      case 'split-parcel':
        return { title: t('command.name.split-parcel'), note: null };
      case 'release-parcels':
        return { title: t('parcel.release'), note: null };
      case 'record-stage':
        return {
          title: t('step.stage', { stage: t(`project.stage.${step.stage}`) }),
          note: ofProject(step.project),
        };
    }
  };
}
