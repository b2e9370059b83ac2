import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { fundReceipts } from '../../domain/park/fund-receipts.ts';
import { targetActuals, type Actual } from '../../domain/park/target-actuals.ts';
import { quantityOf } from '../../domain/park/target-quantity.ts';
import type { Target } from '../../domain/park/schema.ts';
import { earthwork } from '../../domain/tender/earthwork.ts';
import { paidYuan } from '../../domain/tender/paid-yuan.ts';
import { sectionStates } from '../../domain/tender/section-states.ts';
import { tenderSavings } from '../../domain/tender/tender-savings.ts';
import { asOfFields } from '../http/as-of.ts';

type Year = number | undefined;

/** The sections with their state on a day, and what they come to. */
export function sectionsOf(facts: ParkFacts, asOf: AsOf) {
  const { on } = asOf;
  const states = sectionStates(facts, on);
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    sections: facts.sections.map((section, index) => {
      const { isLet, earthwork: volumes, paidYuan: paid, dueYuan } = states[index]!;
      return { ...section, isLet, volumes, paidYuan: paid, dueYuan };
    }),
    tenders: tenderSavings(facts, on),
    earthwork: earthwork(facts, on),
    payments: {
      paidYuan: paidYuan(facts, on),
      outsideSectionsYuan: paidYuan(facts, on, null),
      dueYuan: states.reduce((sum, { dueYuan }) => sum + (dueYuan ?? 0), 0),
    },
  };
}

/** The targets of a year, or of all, against what is there on a day. */
export function targetsOf(facts: ParkFacts, year: Year, asOf: AsOf) {
  const targets = yearsOf(facts.targets, year).flatMap((one) => targetActuals(facts, one, asOf));
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    targets: targets.map(({ target, asOf: measured, actual }) => ({
      ...target,
      measuredOn: measured.on,
      forecast: measured.on > measured.knownOn,
      actual: actual && told(target, actual),
    })),
  };
}

function told(target: Target, actual: Actual) {
  const { codes, left, metres, twiceAreaSquareMillimetres: twice } = actual;
  return {
    quantity: quantityOf(target, actual),
    codes,
    left,
    squareMetres: twice === null ? null : squareMetres(twice),
    metres,
  };
}

/** The funds of a year, or of all, with what was received up to a day. */
export function fundsOf(facts: ParkFacts, year: Year, asOf: AsOf) {
  const years = yearsOf(facts.funds, year).map((one) => fundReceipts(facts, one, asOf.on));
  const received = new Map(years.flatMap(({ funds }) => funds.map(({ code, receivedYuan }) => [code, receivedYuan])));
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    funds: facts.funds.flatMap((fund) => {
      const receivedYuan = received.get(fund.code);
      return receivedYuan === undefined ? [] : [{ ...fund, receivedYuan }];
    }),
    years: years.map(({ year: one, plannedYuan, receivedYuan }) => ({ year: one, plannedYuan, receivedYuan })),
  };
}

function yearsOf(rows: readonly { readonly year: number }[], year: Year): number[] {
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  return years.filter((one) => year === undefined || one === year);
}
