import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { findableProject, type Findable } from '../../state/find-subjects.ts';
import { useLand } from '../../state/land.ts';
import { usePark } from '../../state/park.ts';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useArea } from '../../state/use-area.ts';
import { useWorks } from '../../state/works.ts';
import { useSay } from '../../ui/use-say.ts';

/** Everything of the park that the search box can find. */
export function useFindables() {
  const land = useLand();
  const park = usePark();
  const projects = useProjects();
  const roads = useRoads();
  const works = useWorks();
  const area = useArea();
  const { t } = useI18n();
  const { say } = useSay();
  return computed<Findable[]>(() => [
    ...[...land.parcelFields.values()].map((parcel): Findable => {
      const use = park.landUse(parcel.standard, parcel.landUse);
      const note = `${use ? say(use.name, use.nameEn) : parcel.landUse} · ${area.withUnit(parcel.squareMetres)}`;
      return { subject: { kind: 'parcel', code: parcel.code }, title: parcel.code, note, words: parcel.code };
    }),
    ...projects.projects.map((project) =>
      findableProject(project, say(project.name, project.nameEn), say(project.company, project.companyEn)),
    ),
    ...roads.roads.map((road): Findable => ({
      subject: { kind: 'road', code: road.code },
      title: say(road.name, road.nameEn),
      note: `${road.code} · ${t(`road.class.${road.class}`)}`,
      words: [road.code, road.name, road.nameEn].join('\n'),
    })),
    ...works.works.map((work): Findable => ({
      subject: { kind: 'work', code: work.code },
      title: say(work.name, work.nameEn),
      note: t(`work.kind.${work.kind}`),
      words: [work.code, work.name, work.nameEn].join('\n'),
    })),
  ]);
}
