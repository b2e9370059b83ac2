import { useI18n } from 'vue-i18n';
import type { Dated, Day } from '../../../domain/day.ts';
import type { Change } from '../../../domain/park/facts.ts';
import type { Claim, Project } from '../../../domain/project/schema.ts';
import { stageOn } from '../../../domain/project/stage.ts';
import { squareMetres } from '../../../domain/geometry/area.ts';
import type { Boundary, ParcelRow } from '../../../domain/parcel/schema.ts';
import { usePark } from '../../state/park.ts';
import { useArea } from '../../state/use-area.ts';
import { useProjects } from '../../state/projects.ts';
import { useMarks } from '../../state/use-marks.ts';
import { useRoads } from '../../state/roads.ts';
import { useSay } from '../../ui/use-say.ts';

export interface ChangeLine {
  subject: string;
  before: string;
  after: string;
}

/** One changed row in words: what it is about, how it was, how it is. */
export function useChangeLine(): (change: Change) => ChangeLine {
  const { t } = useI18n();
  const { say } = useSay();
  const park = usePark();
  const area = useArea();
  const projects = useProjects();
  const roads = useRoads();
  const marks = useMarks();

  const named = (found: { name: string; nameEn: string } | null, code: string) =>
    found ? say(found.name, found.nameEn) : code;
  const dated = (row: Dated | null) =>
    row?.doneOn
      ? t('history.done', { day: row.doneOn })
      : row?.plannedOn
        ? t('history.planned', { day: row.plannedOn })
        : t('history.nothing');
  const claimed = (claim: Claim | null) => {
    if (!claim) return t('history.nothing');
    const words = { kind: t(`project.claim.${claim.kind}`), from: claim.fromOn, until: claim.untilOn };
    return t(claim.untilOn === null ? 'history.claim' : 'history.claimUntil', words);
  };
  const drawn = (row: ParcelRow | null) => {
    if (!row) return t('history.nothing');
    const use = park.landUse(row.standard, row.landUse);
    const phase = park.phase(row.phase);
    return t('history.parcel', {
      use: use ? say(use.name, use.nameEn) : row.landUse,
      phase: phase ? say(phase.name, phase.nameEn) : row.phase,
    });
  };
  const bounded = (row: Boundary | null) => {
    if (!row) return t('history.nothing');
    const size = area.withUnit(squareMetres(row.twiceAreaSquareMillimetres));
    return t('history.boundary', { area: size, from: row.fromOn ?? '…', until: row.untilOn ?? '…' });
  };
  const staged = (project: Project | null, on: Day | null) => {
    const stage = project && on !== null ? stageOn(project, on) : null;
    return stage === null ? t('history.nothing') : t(`project.stage.${stage}`);
  };

  function subject(change: Change): string {
    switch (change.table) {
      case 'parcel': {
        return t('history.row.parcel', { parcel: present(change.after, change.before).code });
      }
      case 'boundary': {
        return t('history.row.boundary', { parcel: present(change.after, change.before).parcel });
      }
      case 'gate': {
        const row = present(change.after, change.before);
        return t('history.row.gate', { parcel: row.parcel, gate: t(`parcel.gate.${row.gate}`) });
      }
      case 'stretch': {
        const row = present(change.after, change.before);
        const road = roads.byCode(row.road);
        return t('history.row.stretch', {
          road: named(road, row.road),
          layer: t(`road.layer.${row.layer}`),
          ...marks.range(road, row),
          side: t(`parcel.side.${row.side}`),
        });
      }
      case 'work': {
        const row = present(change.after, change.before);
        return say(row.name, row.nameEn);
      }
      case 'project': {
        const row = present(change.after, change.before);
        return t('history.row.project', { project: say(row.name, row.nameEn) });
      }
      case 'claim': {
        const row = present(change.after, change.before);
        return t('history.row.claim', {
          parcel: row.parcel,
          project: named(projects.byCode(row.project), row.project),
        });
      }
    }
  }

  return (change) => {
    const about = subject(change);
    if (change.table === 'parcel') return { subject: about, before: drawn(change.before), after: drawn(change.after) };
    if (change.table === 'boundary')
      return { subject: about, before: bounded(change.before), after: bounded(change.after) };
    if (change.table === 'claim')
      return { subject: about, before: claimed(change.before), after: claimed(change.after) };
    if (change.table === 'project') {
      const on = stagedOn(change.before, change.after);
      const after = t('history.stage', { stage: staged(change.after, on), day: on ?? t('app.none') });
      return { subject: about, before: staged(change.before, on), after };
    }
    return { subject: about, before: dated(change.before), after: dated(change.after) };
  };
}

/** The day whose stage is new, or is taken away; a stage moved to an earlier day counts from there. */
function stagedOn(before: Project | null, after: Project | null): Day | null {
  const without = (some: Project | null, other: Project | null) =>
    (some?.stages ?? []).filter(
      ({ stage, on }) => !other?.stages.some((entry) => entry.stage === stage && entry.on === on),
    );
  return [...without(after, before), ...without(before, after)][0]?.on ?? null;
}

function present<T>(after: T | null, before: T | null): T {
  const row = after ?? before;
  if (row === null) throw new Error('a change without a before and an after');
  return row;
}
