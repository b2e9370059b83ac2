import { refuseBeforePark } from '../park/began-on.ts';
import type { Rule } from '../park/decision.ts';
import { refuse } from '../refusals.ts';
import type { RecordStage } from './schema.ts';
import { isBeyond, stageOn } from './stage.ts';

/**
 * Records the stage a project reached on a day. Going back in the pipeline needs a reason. The same stage recorded
 * for a later day before is corrected by it.
 * Refuses with project.unknown, day.future, stage.unchanged, stage.back, stage.order, day.before-park.
 */
export const recordStage: Rule<RecordStage> = (facts, { project: code, stage, on, reason }, { today }) => {
  const before = facts.projects.get(code);
  if (!before) return refuse('project.unknown', 'project', { project: code });
  if (on > today) return refuse('day.future', 'on', { day: on, today });
  const early = refuseBeforePark(facts, on, 'on');
  if (early) return early;
  const reached = stageOn(before, on);
  if (reached === stage) return refuse('stage.unchanged', 'stage', { project: code, stage, on });
  const isBack = !isBeyond(stage, reached);
  if (isBack && reason === null) return refuse('stage.back', 'reason', { project: code, stage, reached });
  const [next] = before.stages.filter((entry) => entry.on > on).sort((a, b) => (a.on < b.on ? -1 : 1));
  const isNextBack = next !== undefined && reached !== null && isBeyond(reached, next.stage);
  if (next && !isNextBack && isBeyond(stage, next.stage)) {
    return refuse('stage.order', 'on', { project: code, stage, later: next.stage, laterOn: next.on });
  }
  const kept = before.stages.filter((entry) => {
    const isCorrected = next?.stage === stage && entry === next;
    const isSame = entry.stage === stage && entry.on === on;
    return !isCorrected && !isSame && !(isBack && entry.on === on && isBeyond(entry.stage, stage));
  });
  const stages = [...kept, { stage, on }].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { changes: [{ table: 'project', before, after: { ...before, stages } }], effectiveOn: on, reason };
};
