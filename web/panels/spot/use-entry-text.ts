import { useI18n } from 'vue-i18n';
import type { SpotAnswer } from '../../answers/history.ts';
import { usePark } from '../../state/park.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useWorks } from '../../state/works.ts';
import { useSay } from '../../ui/use-say.ts';

type Entry = SpotAnswer['course'][number];

/** What lay or happened at a spot on a day, in words. */
export function useEntryText(spot: () => SpotAnswer): (entry: Entry) => string {
  const { t } = useI18n();
  const { say } = useSay();
  const park = usePark();
  const projects = useProjects();
  const roads = useRoads();
  const works = useWorks();

  const named = (found: { name: string; nameEn: string } | null | undefined, code: string) =>
    found ? say(found.name, found.nameEn) : code;

  function plan({ planVersion, zones, parcels }: Extract<Entry, { kind: 'plan' }>): string {
    const version = park.answer?.planVersions.find(({ code }) => code === planVersion);
    const uses = spot()
      .zones.filter(({ code }) => zones.includes(code))
      .map(({ standard, landUse }) => named(park.landUse(standard, landUse), landUse));
    const land = [...uses, ...parcels.map((code) => t('parcel.title', { code }))];
    const name = named(version, planVersion);
    return land.length === 0
      ? t('spot.entry.planEmpty', { plan: name })
      : t('spot.entry.plan', { plan: name, land: land.join(t('command.comma')) });
  }

  return (entry) => {
    switch (entry.kind) {
      case 'plan':
        return plan(entry);
      case 'survey': {
        const survey = park.answer?.surveys.find(({ code }) => code === entry.survey);
        return t('spot.entry.survey', { survey: named(survey, entry.survey) });
      }
      case 'gate': {
        const words = { parcel: entry.parcel, gate: t(`parcel.gate.${entry.gate}`) };
        return t(entry.isPlan ? 'spot.entry.gatePlan' : 'spot.entry.gate', words);
      }
      case 'claim': {
        const project = named(projects.byCode(entry.project), entry.project);
        const words = { parcel: entry.parcel, project, kind: t(`project.claim.${entry.claim}`), until: entry.untilOn };
        return t(entry.untilOn === null ? 'spot.entry.claim' : 'spot.entry.claimUntil', words);
      }
      case 'stretch': {
        const road = named(roads.byCode(entry.road), entry.road);
        const words = { road, layer: t(`road.layer.${entry.layer}`), side: t(`parcel.side.${entry.side}`) };
        return t(entry.isPlan ? 'spot.entry.stretchPlan' : 'spot.entry.stretch', words);
      }
      case 'work': {
        const work = named(works.byCode(entry.work), entry.work);
        return t(entry.isPlan ? 'spot.entry.workPlan' : 'spot.entry.work', { work });
      }
    }
  };
}
