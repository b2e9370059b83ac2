import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import { chooseLayers } from '../../domain/survey/choose-layers.ts';
import { joinChosen } from '../../domain/survey/proposal/join-neighbours.ts';
import type { SurveyFile } from '../../domain/survey/survey-file.ts';
import { warnOfShiftedMaps } from '../../domain/survey/system/shifted-map.ts';
import { suggestSystems } from '../../domain/survey/system/suggest-systems.ts';
import { chooseEntries } from './choose-entries.ts';
import type { Answer, Asking, LandChange, LandHead, LandPiece } from './examine-messages.ts';
import type { ExaminationProgress } from './examination-progress.ts';
import { packLand, unpackLand, type PackedLand } from '../survey/packed-land.ts';
import { checkImport, numbersOf, placeImport, type CheckedImport, type PlacedImport } from './place-import.ts';
import type { ImportQuestion } from './question.ts';
import type { ParkLand } from './read-park-land.ts';
import { drawnLand, tellExamination } from './tell-examination.ts';

const mostKept = 2;
const changesPerPiece = 2000;

type PlacedQuestion = ImportQuestion & { readonly placing: NonNullable<ImportQuestion['placing']> };
type Steps<Result> = Generator<ExaminationProgress, Result>;
type SendChanges = (changes: readonly LandChange[], boundaries: PackedLand) => void;

/** A file that was read, and what was worked out of it last; lives in a worker as long as questions come. */
export class Examining {
  readonly #file: SurveyFile;
  readonly #numbers: ReturnType<typeof numbersOf>;
  readonly #placed = new Map<string, PlacedImport>();
  #checked: { readonly key: string; readonly checked: CheckedImport } | null = null;
  #land: ParkLand | null = null;

  constructor(file: SurveyFile) {
    this.#file = file;
    this.#numbers = numbersOf(file);
  }

  /** The land of the park as it is from now on; its parcels follow. What was worked out for the old one is gone. */
  takeLand({ park, plan, usedCodes }: LandHead): void {
    this.#placed.clear();
    this.#checked = null;
    this.#land = { park: { ...park, parcels: [] }, plan, parcels: [], usedCodes: new Set(usedCodes) };
  }

  takeParcels({ fields, boundaries }: LandPiece): void {
    const { park, ...land } = this.#knownLand;
    const more = unpackLand(boundaries).map((polygons, index) => ({ fields: fields[index]!, polygons }));
    const parcels = more.map(({ fields: { code }, polygons }) => ({ code, polygons }));
    this.#land = {
      ...land,
      park: { ...park, parcels: [...park.parcels, ...parcels] },
      parcels: [...land.parcels, ...more],
    };
  }

  *answer(asking: Asking, send: SendChanges): Steps<Answer> {
    const { question } = asking;
    const { placing } = question;
    const placed = placing ? yield* this.#place({ ...question, placing }) : null;
    if (placed && isRefusal(placed)) return { kind: 'refused', refusal: placed };
    if (asking.kind === 'examine') {
      const file = chooseLayers(this.#file, question.reading.layers);
      const { park } = this.#knownLand;
      const candidates = warnOfShiftedMaps(file, suggestSystems(file, park), park);
      const found = { import: asking.import, file: this.#file, candidates, placed };
      return jsonOf(tellExamination(found, park, question, asking.of));
    }
    if (!placed) return refused(refuse('import.not-placed', 'placing', { why: 'place.unknown-system' }));
    if (asking.kind === 'draw') return jsonOf(drawnLand(placed, this.#knownLand.park));
    return choose(placed, asking.chosen, this.#knownLand, send);
  }

  *#place(question: PlacedQuestion): Steps<PlacedImport | Refusal> {
    const { reading, placing, repairs, scope, codes } = question;
    const key = JSON.stringify([reading.layers, placing, repairs, scope, codes]);
    const known = this.#placed.get(key);
    if (known) return known;
    const checked = yield* this.#check(question);
    if (isRefusal(checked)) return checked;
    const placed = yield* placeImport(checked, question, this.#knownLand);
    this.#placed.set(key, placed);
    const [oldest] = this.#placed.keys();
    if (this.#placed.size > mostKept && oldest !== undefined) this.#placed.delete(oldest);
    return placed;
  }

  /** What the check found stays the same whatever is mended, and whichever parcels the file is said to hold. */
  *#check({ reading, placing, codes }: PlacedQuestion): Steps<CheckedImport | Refusal> {
    const key = JSON.stringify([reading.layers, placing, codes]);
    if (this.#checked?.key === key) return this.#checked.checked;
    const file = chooseLayers(this.#file, reading.layers);
    const checked = yield* checkImport(file, this.#numbers, { placing, codes }, this.#knownLand);
    if (!isRefusal(checked)) this.#checked = { key, checked };
    return checked;
  }

  get #knownLand(): ParkLand {
    if (!this.#land) throw new Error('the land of the park comes before the first question');
    return this.#land;
  }
}

function choose(
  placed: PlacedImport,
  chosen: Extract<Asking, { kind: 'choose' }>['chosen'],
  { park }: ParkLand,
  send: SendChanges,
): Answer {
  const entries = chooseEntries(placed, chosen);
  if (isRefusal(entries)) return refused(entries);
  const boundaries = new Map(placed.features.map(({ number, polygons }) => [number, polygons]));
  const changes: LandChange[] = [];
  const removed: string[] = [];
  const leaving = new Set<string | null>();
  for (const entry of entries) {
    leaving.add(entry.code);
    if (entry.kind === 'removed') removed.push(entry.code);
    if (entry.kind === 'reshaped') changes.push({ kind: 'reshaped', code: entry.code, feature: entry.feature });
    if (entry.kind !== 'added') continue;
    const row = placed.rows.get(entry.feature)!;
    if ('missing' in row) {
      return refused(refuse('import.no-plan', 'chosen', { entry: entry.id, why: row.missing }));
    }
    changes.push({ kind: 'added', row, from: entry.from, feature: entry.feature });
  }
  const { taken, neighbours } = joinChosen(
    changes.map(({ feature }) => boundaries.get(feature!)!),
    park.parcels.filter(({ code }) => !leaving.has(code)),
  );
  changes.push(...neighbours.map(({ code }) => ({ kind: 'reshaped', code, feature: null }) as const));
  const lands = [...taken, ...neighbours.map(({ polygons }) => polygons)];
  for (let from = 0; from < changes.length; from += changesPerPiece) {
    const until = from + changesPerPiece;
    send(changes.slice(from, until), packLand(lands.slice(from, until)));
  }
  return { kind: 'chosen', removed };
}

function refused(refusal: Refusal): Answer {
  return { kind: 'refused', refusal };
}

function jsonOf(answer: object): Answer {
  return { kind: 'json', bytes: new TextEncoder().encode(JSON.stringify(answer)) };
}
