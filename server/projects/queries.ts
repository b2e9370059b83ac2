import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { heldLand } from '../../domain/project/held-land.ts';
import { idleLand } from '../../domain/project/idle-land.ts';
import { pipeline } from '../../domain/project/pipeline.ts';
import { stageOn } from '../../domain/project/stage.ts';
import { sumProjects, type ProjectSum } from '../../domain/project/sum-projects.ts';
import { asOfFields } from '../http/as-of.ts';

/** The projects with their stage, live claims and the land they hold on a day. */
export function listProjects(facts: ParkFacts, asOf: AsOf) {
  const held = heldLand(facts, asOf);
  return [...facts.projects.values()].map((project) => {
    const { totalYuanPerMu, fixedYuanPerMu } = sumProjects([project], held);
    const land = held.get(project.code);
    return {
      ...project,
      stage: stageOn(project, asOf.on),
      claims: land?.claims ?? [],
      heldSquareMetres: squareMetres(land?.twiceAreaSquareMillimetres ?? 0),
      totalYuanPerMu,
      fixedYuanPerMu,
    };
  });
}

export function pipelineOf(facts: ParkFacts, asOf: AsOf) {
  const { total, stages, clusters, officers } = pipeline(facts, asOf);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    total: inSquareMetres(total),
    stages: stages.map(inSquareMetres),
    clusters: clusters.map(inSquareMetres),
    officers: officers.map(inSquareMetres),
  };
}

export function idleLandOf(facts: ParkFacts, asOf: AsOf) {
  const { rules, isBeforeRules, clocks } = idleLand(facts, asOf);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    rules,
    isBeforeRules,
    clocks: clocks.map(({ twiceAreaSquareMillimetres, ...clock }) => ({
      ...clock,
      squareMetres: squareMetres(twiceAreaSquareMillimetres),
    })),
  };
}

function inSquareMetres<Sum extends ProjectSum>(sum: Sum) {
  const { wantedTwiceAreaSquareMillimetres: wanted, heldTwiceAreaSquareMillimetres: held, ...rest } = sum;
  return { ...rest, wantedSquareMetres: squareMetres(wanted), heldSquareMetres: squareMetres(held) };
}
