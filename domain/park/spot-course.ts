import type { Dated, Day } from '../day.ts';
import type { Gate } from '../parcel/gates.ts';
import { gates } from '../parcel/gates.ts';
import type { Side } from '../parcel/schema.ts';
import type { ClaimKind } from '../project/schema.ts';
import type { RoadLayer } from '../road/layers.ts';
import type { ParkFacts } from './facts.ts';
import type { RoadHere, SpotFinds } from './spot.ts';
import { isStretchHere } from './touches-spot.ts';

/** Something with a day that lay, happened, or is planned at a spot. */
export type SpotEntry = { readonly on: Day } & (
  | {
      readonly kind: 'plan';
      readonly planVersion: string;
      readonly zones: readonly string[];
      readonly parcels: readonly string[];
    }
  | { readonly kind: 'survey'; readonly survey: string }
  | { readonly kind: 'gate'; readonly isPlan: boolean; readonly parcel: string; readonly gate: Gate }
  | {
      readonly kind: 'claim';
      readonly parcel: string;
      readonly project: string;
      readonly claim: ClaimKind;
      readonly untilOn: Day | null;
    }
  | {
      readonly kind: 'stretch';
      readonly isPlan: boolean;
      readonly road: string;
      readonly layer: RoadLayer;
      readonly side: Side;
    }
  | { readonly kind: 'work'; readonly isPlan: boolean; readonly work: string; readonly distanceMetres: number }
);

/**
 * What has a day at a spot, in order: surveys and plan versions, gates recorded on its parcels, claims on them, layers
 * of the road at its chainage, works near it. What is neither done nor planned has no day and is left out.
 */
export function spotCourse(facts: ParkFacts, finds: SpotFinds): SpotEntry[] {
  const entries: SpotEntry[] = [
    ...facts.surveys
      .filter(({ code }) => finds.surveys.includes(code))
      .map(({ code, surveyedOn }) => ({ kind: 'survey' as const, on: surveyedOn, survey: code })),
    ...finds.plans.flatMap((plan) => {
      const version = facts.planVersions.find(({ code }) => code === plan.planVersion);
      return version ? [{ kind: 'plan' as const, on: version.inForceFrom, ...plan }] : [];
    }),
    ...finds.parcels.flatMap((parcel) => [...gatesOf(facts, parcel), ...claimsOn(facts, parcel)]),
    ...finds.roads.flatMap((road) => stretchesAt(facts, road)),
    ...finds.works.flatMap(({ work, distanceMetres }) =>
      dated(facts.works.get(work)).map((day) => ({ kind: 'work' as const, ...day, work, distanceMetres })),
    ),
  ];
  return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function gatesOf(facts: ParkFacts, parcel: string): SpotEntry[] {
  const records = facts.gates.get(parcel);
  return gates.flatMap((gate) =>
    dated(records?.get(gate)).map((day) => ({ kind: 'gate' as const, ...day, parcel, gate })),
  );
}

function claimsOn(facts: ParkFacts, parcel: string): SpotEntry[] {
  return [...(facts.claims.get(parcel)?.values() ?? [])].map(({ fromOn, untilOn, project, kind }) => ({
    kind: 'claim',
    on: fromOn,
    untilOn,
    parcel,
    project,
    claim: kind,
  }));
}

function stretchesAt(facts: ParkFacts, here: RoadHere): SpotEntry[] {
  const { road } = here;
  return [...(facts.stretches.get(road)?.values() ?? [])]
    .filter((stretch) => isStretchHere(stretch, here))
    .flatMap((stretch) =>
      dated(stretch).map((day) => ({
        kind: 'stretch' as const,
        ...day,
        road,
        layer: stretch.layer,
        side: stretch.side,
      })),
    );
}

function dated(fact: Dated | undefined): { on: Day; isPlan: boolean }[] {
  const on = fact?.doneOn ?? fact?.plannedOn ?? null;
  return on === null ? [] : [{ on, isPlan: fact?.doneOn === null }];
}
