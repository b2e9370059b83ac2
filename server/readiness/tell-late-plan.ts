import type { LatePlan } from '../../domain/parcel/expected-days.ts';

/** A late plan as it is told: what to open, and where on the road. */
export function tellLatePlan(plan: LatePlan) {
  switch (plan.kind) {
    case 'work':
      return { kind: 'work' as const, code: plan.work };
    case 'stretch': {
      const { road, layer, fromMetres, toMetres } = plan.stretch;
      return { kind: 'road' as const, code: road, layer, fromMetres, toMetres };
    }
    case 'gate':
      return { kind: 'gate' as const, code: plan.parcel, gate: plan.gate, document: plan.document };
  }
}
