import type { Paragraph, ReportDocument, ReportFigure, Sentence } from '../document.ts';

/** The figures of a report by their id. */
export function figuresOf({ figures }: Pick<ReportDocument, 'figures'>): ReadonlyMap<string, ReportFigure> {
  return new Map(figures.map((figure) => [figure.id, figure]));
}

/** A sentence as it is read. */
export function saySentence({ pieces }: Sentence, figures: ReadonlyMap<string, ReportFigure>): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : (figures.get(piece.figure)?.wording ?? ''))).join('');
}

/** A paragraph as it is read. */
export function sayParagraph({ sentences }: Paragraph, figures: ReadonlyMap<string, ReportFigure>): string {
  return sentences.map((sentence) => saySentence(sentence, figures)).join('');
}
