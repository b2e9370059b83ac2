import { columnsOf } from '../../domain/account/columns-of.ts';
import { parcelColumns } from '../../domain/account/columns.ts';
import { landAccount } from '../../domain/account/account.ts';
import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { gateStates, type GateState } from '../../domain/parcel/gate-states.ts';
import { gates } from '../../domain/parcel/gates.ts';
import { parcelsOn } from '../../domain/parcel/parcels-on.ts';
import { claimNames, columnNames, gateNames, statusNames } from '../../domain/report/say/chinese-names.ts';
import { area, areaFormat, head, type ReportSheet, type SheetCell } from './cells.ts';

const fixed = ['地块', '分期', '用地代码', '状态', '面积（m²）', '面积（亩）'] as const;
const after = ['约定', '项目', '登记面积（m²）'] as const;

/** Where things stand in the sheet, counted from 0. */
export const parcelSheetColumns = {
  phase: 1,
  squareMetres: 4,
  firstMember: fixed.length + gates.length + after.length,
};

/** 地块: every parcel of the plan in force with its area, gates, project, and a 1 in each column of the account it counts in. */
export function parcelSheet(facts: ParkFacts, asOf: AsOf): ReportSheet {
  const { planVersion, states } = landAccount(facts, asOf);
  const phaseNames = new Map(facts.phases.map(({ code, name }) => [code, name]));
  const parcels = parcelsOn(facts, asOf.on).filter((parcel) => parcel.planVersion === planVersion);
  const rows = parcels.map((parcel, at): SheetCell[] => {
    const state = states.get(parcel.code)!;
    const metres = squareMetres(parcel.twiceAreaSquareMillimetres);
    const members = columnsOf(facts, state);
    const project = state.claim ? facts.projects.get(state.claim.project) : null;
    return [
      parcel.code,
      phaseNames.get(parcel.phase) ?? parcel.phase,
      parcel.landUse,
      statusNames[state.status],
      area(metres),
      { formula: `E${at + 2}*3/2000`, result: (metres * 3) / 2000, format: areaFormat },
      ...gateStates(facts, parcel, asOf).map(sayGate),
      state.claim ? claimNames[state.claim.kind] : null,
      project?.name ?? null,
      parcel.registeredSquareMetres === null ? null : area(parcel.registeredSquareMetres),
      ...parcelColumns.map((column) => (members.includes(column) ? 1 : null)),
    ];
  });
  const heads = [
    ...fixed,
    ...gates.map((gate) => gateNames[gate]),
    ...after,
    ...parcelColumns.map((column) => columnNames[column]),
  ];
  return {
    name: '地块',
    widths: [10, 8, 10, 10, 14, 12, ...gates.map(() => 16), 8, 22, 16, ...parcelColumns.map(() => 10)],
    rows: [heads.map(head), ...rows],
  };
}

function sayGate({ reachedOn, plannedOn, forecast }: GateState): string | null {
  if (reachedOn !== null) return forecast ? `${reachedOn}（预计）` : reachedOn;
  return plannedOn === null ? null : `计划${plannedOn}`;
}
