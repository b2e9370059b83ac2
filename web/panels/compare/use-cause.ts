import { useI18n } from 'vue-i18n';
import type { MovedAnswer } from '../../answers/course.ts';
import { usePark } from '../../state/park.ts';
import { useProjects } from '../../state/projects.ts';
import { useSay } from '../../ui/use-say.ts';

/** What moved a parcel into a column or out of it, in a few words. */
export function useCause(): (cause: MovedAnswer['cause']) => string {
  const park = usePark();
  const projects = useProjects();
  const { t } = useI18n();
  const { say } = useSay();
  const projectName = (code: string) => {
    const project = projects.byCode(code);
    return project ? say(project.name, project.nameEn) : code;
  };
  const planName = (code: string) => {
    const plan = park.answer?.planVersions.find((version) => version.code === code);
    return plan ? say(plan.name, plan.nameEn) : code;
  };
  return (cause) => {
    switch (cause.kind) {
      case 'gate':
        return t(cause.forecast ? 'compare.cause.gatePlanned' : 'compare.cause.gate', {
          gate: t(`parcel.gate.${cause.gate}`),
        });
      case 'claim':
        return t(cause.isEnd ? 'compare.cause.claimEnd' : 'compare.cause.claim', {
          claim: t(`project.claim.${cause.claimKind}`),
          project: projectName(cause.project),
        });
      case 'stage':
        return t('compare.cause.stage', {
          project: projectName(cause.project),
          stage: t(`project.stage.${cause.stage ?? 'none'}`),
        });
      case 'plan-version':
        return t('compare.cause.plan', { plan: planName(cause.planVersion) });
      case 'boundary':
        return t('compare.cause.boundary');
      default:
        return t('compare.cause.knowledge');
    }
  };
}
