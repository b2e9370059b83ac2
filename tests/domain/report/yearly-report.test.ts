import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { squareMetres } from '../../../domain/geometry/area.ts';
import { applyChanges, inverse } from '../../../domain/park/facts.ts';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import type { Gate } from '../../../domain/parcel/schema.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { ReportDocument, ReportFigure } from '../../../domain/report/document.ts';
import { figuresOf, saySentence } from '../../../domain/report/say/say-sentence.ts';
import { yearlyReport } from '../../../domain/report/yearly-report.ts';
import { tinyContext, tinyFacts, tinyStretch } from '../../support/tiny-park.ts';

const known = '2007-11-30';
const today = { on: known, knownOn: known };

function reportOf(facts: ParkFacts, asOf = today): ReportDocument {
  const report = yearlyReport(facts, asOf);
  if (isRefusal(report)) throw new Error(report.refusal);
  return report;
}

function sentencesOf(report: ReportDocument): Map<string, { text: string; parcels: Set<string> }> {
  const figures = figuresOf(report);
  const all = report.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const parcelsIn = ({ sources }: ReportFigure) => sources.flatMap((one) => (one.kind === 'parcel' ? one.codes : []));
  return new Map(
    all.map((sentence) => {
      const used = sentence.pieces.flatMap((piece) => ('figure' in piece ? [figures.get(piece.figure)!] : []));
      return [sentence.id, { text: saySentence(sentence, figures), parcels: new Set(used.flatMap(parcelsIn)) }];
    }),
  );
}

const textOf = (report: ReportDocument) => [...sentencesOf(report).values()].map(({ text }) => text).join('');

const day = fc
  .integer({ min: 0, max: 330 })
  .map((days) => new Date(Date.UTC(2007, 1, 1 + days)).toISOString().slice(0, 10));
const randomPark = fc
  .record({
    gates: fc.array(
      fc.record({
        parcel: fc.constantFrom('A-01', 'A-02', 'A-03', 'B-01'),
        days: fc.array(day, { minLength: 1, maxLength: 3 }),
        plannedOn: fc.option(day),
      }),
      { maxLength: 4 },
    ),
    stretches: fc.array(
      fc.record({ fromMetres: fc.integer({ min: 0, max: 900 }), doneOn: fc.option(day), plannedOn: day }),
      {
        maxLength: 5,
      },
    ),
    claim: fc.option(fc.record({ kind: fc.constantFrom('reservation' as const, 'contract' as const), fromOn: day })),
  })
  .map(({ gates, stretches, claim }) =>
    tinyFacts({
      gates: gates.flatMap(({ parcel, days, plannedOn }) =>
        days.sort().map((doneOn, at) => ({
          parcel,
          gate: (['approved', 'acquired', 'levelled'] as const)[at]!,
          plannedOn,
          doneOn,
          document: null,
        })),
      ),
      stretches: stretches.map((stretch, at) =>
        tinyStretch(`S-${at}`, { ...stretch, toMetres: stretch.fromMetres + 100 }),
      ),
      claims: claim
        ? [{ id: 'C-1', project: 'P-01', parcel: 'A-01', untilOn: null, startBy: null, finishBy: null, ...claim }]
        : [],
    }),
  );

describe('the yearly report', () => {
  test('says what is ready, what is not, and what will be', () => {
    const text = textOf(reportOf(tinyFacts()));
    expect(text).toContain('具备供地条件的建设用地30亩，均未预约。');
    expect(text).toContain('预计到12月31日，可供建设用地将达45亩。');
    expect(text).toContain('因尚未通路，暂不具备供地条件。');
    expect(text).toContain('账面平衡');
  });

  test('tells a later day as a forecast', () => {
    const report = reportOf(tinyFacts(), { on: '2007-12-31', knownOn: known });
    expect(report.isForecast).toBe(true);
    expect(textOf(report)).toContain('具备供地条件的建设用地预计45亩');
    expect(report.notes[0]).toContain('按计划推算的预计数');
    expect(report.figures.find(({ id }) => id === 'F11')).toMatchObject({ isForecast: true, on: '2007-12-31' });
  });

  test('knows nothing that happened after its day', () => {
    const text = textOf(reportOf(tinyFacts(), { on: '2007-06-30', knownOn: known }));
    expect(text).toContain('目前尚无具备供地条件的建设用地。');
    expect(text).not.toContain('供电专线于');
  });

  test('day.before-park: a day before the first plan is refused', () => {
    expect(yearlyReport(tinyFacts(), { on: '2007-01-31', knownOn: known })).toMatchObject({
      refusal: 'day.before-park',
      detail: { beganOn: '2007-02-01' },
    });
  });

  test('its figures are the account: area, members and day, for any park and day', () => {
    fc.assert(
      fc.property(randomPark, day, (facts, on) => {
        const report = reportOf(facts, { on, knownOn: known });
        for (const figure of report.figures) {
          if (figure.column === null) continue;
          const knownOn = on < known ? on : known;
          const row = landAccount(facts, { on: figure.on, knownOn }).rows.at(-1)!;
          const { twiceAreaSquareMillimetres, codes } = row.figures[figure.column];
          expect(figure.quantity).toMatchObject({ squareMetres: squareMetres(twiceAreaSquareMillimetres) });
          expect(figure.sources.flatMap((source) => source.codes).sort()).toEqual([...codes].sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a gate of one parcel changes only sentences that rest on that parcel', () => {
    let changedCount = 0;
    fc.assert(
      fc.property(
        randomPark,
        fc.constantFrom('A-01', 'A-02', 'A-03', 'B-01'),
        fc.constantFrom<Gate>('approved', 'acquired', 'levelled', 'telecom'),
        day,
        (facts, parcel, gate, doneOn) => {
          const decision = recordGate(facts, { parcels: [parcel], gate, doneOn, document: null }, tinyContext());
          if (isRefusal(decision)) return;
          const before = sentencesOf(reportOf(facts));
          applyChanges(facts, decision.changes);
          const after = sentencesOf(reportOf(facts));
          applyChanges(facts, inverse(decision.changes));
          for (const id of new Set([...before.keys(), ...after.keys()])) {
            if (before.get(id)?.text === after.get(id)?.text || id === 'problem.none') continue;
            changedCount += 1;
            const rests = before.get(id)?.parcels.has(parcel) || after.get(id)?.parcels.has(parcel);
            expect(rests, `${id}: ${before.get(id)?.text} → ${after.get(id)?.text}`).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(changedCount).toBeGreaterThan(20);
  });
});
