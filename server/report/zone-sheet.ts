import { planInForce } from '../../domain/account/account.ts';
import { zoneColumns } from '../../domain/account/columns-of.ts';
import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { columnNames } from '../../domain/report/say/chinese-names.ts';
import { area, areaFormat, head, type ReportSheet, type SheetCell } from './cells.ts';

export const withoutPhase = '未分期';

/** Where things stand in the sheet, counted from 0. */
export const zoneSheetColumns = { phase: 1, column: 4, squareMetres: 5 };

/** 用地: the zones that the account counts by themselves, with the column each belongs to. */
export function zoneSheet(facts: ParkFacts, asOf: AsOf): ReportSheet {
  const phaseNames = new Map(facts.phases.map(({ code, name }) => [code, name]));
  const counted = [...zoneColumns(facts, planInForce(facts, asOf.on))].flatMap(([zone, column]) =>
    column === null ? [] : [{ zone, column }],
  );
  const rows = counted.map(({ zone, column }, at): SheetCell[] => {
    const metres = squareMetres(zone.twiceAreaSquareMillimetres);
    return [
      zone.code,
      zone.phase === null ? withoutPhase : (phaseNames.get(zone.phase) ?? zone.phase),
      zone.landUse,
      zone.name,
      columnNames[column],
      area(metres),
      { formula: `F${at + 2}*3/2000`, result: (metres * 3) / 2000, format: areaFormat },
    ];
  });
  const heads = ['用地', '分期', '用地代码', '名称', '台账栏目', '面积（m²）', '面积（亩）'];
  return { name: '用地', widths: [12, 10, 10, 20, 12, 14, 12], rows: [heads.map(head), ...rows] };
}
