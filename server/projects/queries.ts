import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { liveClaim } from '../../domain/project/live-claim.ts';
import type { Claim } from '../../domain/project/schema.ts';
import { stageOn } from '../../domain/project/stage.ts';

/** The projects with their stage, live claims and the land they hold on a day. */
export function listProjects(facts: ParkFacts, asOf: AsOf) {
  const claimsOf = new Map<string, Claim[]>();
  for (const parcel of facts.parcels.keys()) {
    const claim = liveClaim(facts, parcel, asOf);
    if (!claim) continue;
    const claims = claimsOf.get(claim.project);
    if (claims) claims.push(claim);
    else claimsOf.set(claim.project, [claim]);
  }
  return [...facts.projects.values()].map((project) => {
    const claims = claimsOf.get(project.code) ?? [];
    const held = claims.reduce(
      (sum, { parcel }) => sum + (facts.parcels.get(parcel)?.twiceAreaSquareMillimetres ?? 0),
      0,
    );
    return { ...project, stage: stageOn(project, asOf.on), claims, heldSquareMetres: squareMetres(held) };
  });
}
