import type { Day } from '../day.ts';
import { projectStages, type Project, type ProjectStage } from './schema.ts';

/** The stage a project had reached on a day; null before its first. On one day the later stage counts. */
export function stageOn(project: Project, on: Day): ProjectStage | null {
  let last: Project['stages'][number] | null = null;
  for (const entry of project.stages) {
    if (entry.on > on) continue;
    const isLater =
      last === null || entry.on > last.on || (entry.on === last.on && rank(entry.stage) > rank(last.stage));
    if (isLater) last = entry;
  }
  return last?.stage ?? null;
}

/** Whether `stage` comes later in the pipeline than `other` (null is before everything). */
export function isBeyond(stage: ProjectStage, other: ProjectStage | null): boolean {
  return other === null || rank(stage) > rank(other);
}

function rank(stage: ProjectStage): number {
  return projectStages.indexOf(stage);
}
