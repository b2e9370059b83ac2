import type { RouteLocationRaw } from 'vue-router';
import type { ReportFigure, Source } from '../../../domain/report/document.ts';
import { readAddress, subjectKinds, writeAddress, type Address, type SubjectKind } from '../../state/address.ts';
import { useView } from '../../state/view.ts';

/** Where on the map a figure, or a thing it was computed from, can be seen on the figure's day. */
export function useSourceLink(): {
  toThing: (figure: ReportFigure, source: Source, code: string) => RouteLocationRaw;
  toFigure: (figure: ReportFigure) => RouteLocationRaw | null;
} {
  const view = useView();

  function toMap(park: string, figure: ReportFigure, part: Partial<Address>): RouteLocationRaw {
    const address = { ...readAddress({}), on: figure.on, unit: view.unit, locale: view.locale, ...part };
    return { name: 'map', params: { park }, query: writeAddress(address) };
  }

  return {
    toThing: (figure, { park, kind }, code) => {
      if (isSubject(kind)) return toMap(park, figure, { selection: { kind, code }, theme: themeOf(kind) });
      if (kind === 'plan-version') return toMap(park, figure, { plan: code });
      if (kind === 'zone' && figure.column !== null) {
        return toMap(park, figure, { figure: { column: figure.column, phase: null } });
      }
      return toMap(park, figure, { panel: 'overview' });
    },
    toFigure: (figure) =>
      figure.column === null
        ? null
        : toMap(view.park, figure, { figure: { column: figure.column, phase: null }, theme: 'status' }),
  };
}

function isSubject(kind: string): kind is SubjectKind {
  return (subjectKinds as readonly string[]).includes(kind);
}

function themeOf(kind: SubjectKind): Address['theme'] {
  return kind === 'parcel' ? 'status' : 'landuse';
}
