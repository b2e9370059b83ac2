import type { AccountColumn } from '../account/columns.ts';
import type { AsOf } from '../day.ts';
import { squareMetres } from '../geometry/area.ts';
import type { Paragraph, Piece, Quantity, ReportFigure, Section, Sentence, Source, SourceKind } from './document.ts';
import { sayQuantity, type Said } from './say/say-quantity.ts';

/** What stands in a sentence: words, figures, or several of them; null is nothing. */
export type Part = string | Piece | readonly Part[] | null;

export interface FigureDetail {
  readonly quantity: Quantity;
  readonly from: readonly Source[];
  /** The day it is told for, where that is not the day of the report. */
  readonly asOf?: AsOf;
  readonly style?: 'worded' | 'exact';
  /** The column of the land account of the whole park that this is. */
  readonly column?: AccountColumn | null;
  /** It does not follow from a plan, whatever the day. */
  readonly isFact?: boolean;
}

/** Where a report is written: figures are kept once, sentences refer to them. */
export interface Page {
  readonly figure: (id: string, name: string, detail: FigureDetail) => Piece[];
  /** The figures that stand in these sections, in the order they are read. */
  readonly figuresIn: (sections: readonly Section[]) => ReportFigure[];
  readonly source: (kind: SourceKind, codes: readonly string[]) => Source[];
}

/** What has plans that count as done after the known day. */
const planned: ReadonlySet<SourceKind> = new Set<SourceKind>(['parcel', 'road', 'work']);

/** Opens an empty page of a park's report as of a day. A figure whose wording is rounded brings its exact value along. */
export function openPage(park: string, day: AsOf): Page {
  const figures = new Map<string, ReportFigure>();
  return {
    figure: (id, name, { quantity, from, asOf = day, style = 'worded', column = null, isFact = false }) => {
      const said: Said = sayQuantity(quantity, style);
      if (!figures.has(id)) {
        figures.set(id, {
          id,
          name,
          quantity,
          wording: said.wording,
          exact: said.exact,
          on: asOf.on,
          isForecast: asOf.on > asOf.knownOn && !isFact && from.some(({ kind }) => planned.has(kind)),
          areaKind: quantity.kind === 'area' || quantity.kind === 'yuan-per-area' ? 'plane' : null,
          column,
          sources: from,
        });
      }
      return [{ figure: id }, ...(said.isRounded ? [{ text: `（${said.exact}）` }] : [])];
    },
    figuresIn: (sections) => {
      const pieces = sections.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.pieces)),
      );
      const ids = new Set(pieces.flatMap((piece) => ('figure' in piece ? [piece.figure] : [])));
      return [...ids].map((id) => figures.get(id)!);
    },
    source: (kind, codes) => (codes.length ? [{ park, kind, codes }] : []),
  };
}

/** The area figure of things that have an area. */
export function areaOf(
  things: readonly { readonly twiceAreaSquareMillimetres: number }[],
  unit: '亩' | '平方公里' = '亩',
): Quantity & { kind: 'area' } {
  return { kind: 'area', squareMetres: squareMetres(sumOfAreas(things)), unit };
}

export function sumOfAreas(things: readonly { readonly twiceAreaSquareMillimetres: number }[]): number {
  return things.reduce((sum, { twiceAreaSquareMillimetres }) => sum + twiceAreaSquareMillimetres, 0);
}

/** A sentence of words and figures, as a tagged template: say('id')`园区规划面积${area}。` */
export function say(id: string): (words: TemplateStringsArray, ...parts: readonly Part[]) => Sentence {
  return (words, ...parts) => ({ id, pieces: joinTexts(words.flatMap((text, at) => [text, ...flat(parts[at])])) });
}

/** Parts with `、` between them. */
export function list(parts: readonly Part[], comma = '、'): Part[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [comma, part]));
}

/** A paragraph of the sentences that have something to say; null when none has. */
export function paragraph(sentences: readonly (Sentence | null)[], style: Paragraph['style'] = 'text'): Paragraph[] {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length ? [{ style, sentences: said }] : [];
}

function flat(part: Part | undefined): (string | Piece)[] {
  if (part === null || part === undefined) return [];
  if (typeof part === 'string') return [part];
  return isParts(part) ? part.flatMap(flat) : [part];
}

function isParts(part: Piece | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

function joinTexts(parts: readonly (string | Piece)[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const piece = typeof part === 'string' ? { text: part } : part;
    const last = pieces.at(-1);
    if ('text' in piece && piece.text === '') continue;
    if (last && 'text' in last && 'text' in piece) pieces[pieces.length - 1] = { text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}
