import type { AccountColumn } from '../../account/columns.ts';
import { squareMetres } from '../../geometry/area.ts';
import { areaUnitWritten, squareMetresPer } from '../../geometry/area-units.ts';
import { targetActuals } from '../../park/target-actuals.ts';
import type { Sentence } from '../document.ts';
import { areaOf, list, say } from '../open-page.ts';
import { sayDayOfYear } from '../say/say-day.ts';
import type { Land, Telling } from './telling.ts';

/** How much land was approved, acquired and levelled, how much can be supplied, and how much will be by the year's end. */
export function tellLand(telling: Telling): (Sentence | null)[] {
  return [steps(telling), available(telling), contracted(telling), yearEnd(telling), ...aims(telling)];
}

/** The figure of a column of the account of the whole park. */
export function columnFigure(
  { page, asOf }: Telling,
  land: Land,
  { id, name, column, style = 'worded' }: ColumnAsked,
  on = asOf,
) {
  const { codes } = land.park.figures[column];
  return page.figure(id, name, {
    quantity: areaOf([land.park.figures[column]]),
    from: page.source('parcel', codes),
    asOf: on,
    style,
    column,
  });
}

interface ColumnAsked {
  readonly id: string;
  readonly name: string;
  readonly column: AccountColumn;
  readonly style?: 'worded' | 'exact';
}

const stepWords = { approved: '完成报批', acquired: '征收', developed: '场地平整' } as const;

function steps(telling: Telling): Sentence | null {
  const { land, isForecast } = telling;
  const told = (['approved', 'acquired', 'developed'] as const)
    .filter((column) => land.park.figures[column].codes.length > 0)
    .map((column) => [
      stepWords[column],
      columnFigure(telling, land, { id: `land.${column}`, name: `累计${stepWords[column]}面积`, column }),
    ]);
  return told.length ? say('land.steps')`土地${isForecast ? '预计' : ''}累计${list(told)}。` : null;
}

function available(telling: Telling): Sentence {
  const { land, isForecast } = telling;
  const { available: all, reserved, free } = land.park.figures;
  const word = isForecast ? '预计' : '';
  if (all.codes.length === 0) {
    return say('land.available')`${isForecast ? '预计' : '目前'}尚无具备供地条件的建设用地。`;
  }
  const area = columnFigure(telling, land, { id: 'F11', name: '可供建设用地', column: 'available' });
  if (reserved.codes.length === 0 || free.codes.length === 0) {
    const booking = reserved.codes.length === 0 ? '均未预约' : '均已预约';
    return say('land.available')`具备供地条件的建设用地${word}${area}，${booking}。`;
  }
  const taken = columnFigure(telling, land, { id: 'F11.reserved', name: '可供地中已预约', column: 'reserved' });
  const open = columnFigure(telling, land, { id: 'F11.free', name: '净可供地', column: 'free' });
  return say('land.available')`具备供地条件的建设用地${word}${area}，其中已预约${taken}、净可供${open}。`;
}

function contracted(telling: Telling): Sentence | null {
  const { land } = telling;
  if (land.park.figures.contracted.codes.length === 0) return null;
  const area = columnFigure(telling, land, { id: 'land.contracted', name: '已供用地', column: 'contracted' });
  return say('land.contracted')`已签订合同供地${area}。`;
}

/** On the last day of a year its land targets are held against what there is, to the last hundredth of a 亩. */
function aims({ asOf, facts, isForecast, page, year, yearEnd: end }: Telling): Sentence[] {
  if (asOf.on !== end.on) return [];
  return targetActuals(facts, year, asOf).flatMap(({ target, actual }) => {
    const unit = areaUnitWritten(target.unitEn ?? '');
    const there = actual?.twiceAreaSquareMillimetres ?? null;
    if (target.measure?.kind !== 'land' || target.quantity === null || unit === null || there === null) return [];
    const wanted = target.quantity * squareMetresPer[unit];
    const done = squareMetres(there);
    const id = `target.${target.code}`;
    const ofTarget = page.source('target', [target.code]);
    const from = page.source('parcel', actual?.codes ?? []);
    const area = (metres: number) => ({ kind: 'area', squareMetres: metres, unit: '亩' }) as const;
    const aim = page.figure(id, `${year}年目标：${target.name}`, {
      quantity: area(wanted),
      from: ofTarget,
      style: 'exact',
    });
    const reached = page.figure(`${id}.reached`, `${target.name}完成`, { quantity: area(done), from, style: 'exact' });
    const off = page.figure(`${id}.off`, `${target.name}与目标之差`, {
      quantity: area(Math.abs(wanted - done)),
      from: [...ofTarget, ...from],
      style: 'exact',
    });
    const rest = done < wanted ? ['，差', off] : done > wanted ? ['，超出', off] : '，正好完成';
    return [
      say(`land.aim.${target.code}`)`年度目标${target.name}${aim}，${isForecast ? '预计' : ''}完成${reached}${rest}。`,
    ];
  });
}

function yearEnd(telling: Telling): Sentence | null {
  const { asOf, facts, landOn, page, year } = telling;
  if (telling.yearEnd.on <= asOf.on) return null;
  const land = landOn(telling.yearEnd);
  if (land.park.figures.available.codes.length === 0) return null;
  const asked = { id: 'F12', name: '年底可供建设用地', column: 'available' } as const;
  const area = columnFigure(telling, land, asked, telling.yearEnd);
  const target = facts.targets.find(
    (one) => one.year === year && one.measure?.kind === 'land' && one.measure.column === 'available',
  );
  const aim =
    !target || target.quantity === null || target.unit === null
      ? null
      : [
          '，年度目标为',
          page.figure(`target.${target.code}`, `${year}年目标：${target.name}`, {
            quantity: { kind: 'amount', quantity: target.quantity, unit: target.unit },
            from: page.source('target', [target.code]),
          }),
        ];
  return say('land.year-end')`预计到${sayDayOfYear(telling.yearEnd.on)}，可供建设用地将达${area}${aim}。`;
}
