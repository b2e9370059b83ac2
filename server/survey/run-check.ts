import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { finishCheck } from '../../domain/survey/check/check-survey.ts';
import { examine, type Examination, type SurveyedPark } from '../../domain/survey/examine.ts';
import type { SurveyFile } from '../../domain/survey/survey-file.ts';
import type { Placing, PlacingRefusal } from '../../domain/survey/system/make-placer.ts';
import { suggestSystems, type SystemCandidate } from '../../domain/survey/system/suggest-systems.ts';
import { tell } from '../../domain/survey/words/tell.ts';
import type { Language } from '../../domain/survey/words/words.ts';
import type { Settings } from '../settings.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { usages } from '../terminal/usages.ts';
import { UsageError } from '../usage-error.ts';
import { readAnySurvey } from './read-any-survey.ts';
import { readSurveyFile, systemNumber } from './survey-words.ts';
import type { SurveyRefusal } from './refusal.ts';
import { surveyedParks } from './surveyed-parks.ts';
import { tellCheck } from './tell-check.ts';

const languages = ['zh', 'en'] as const;

/** What the check of a file found; the answer of `--json`, and what the words of the terminal are made from. */
export interface CheckedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: SurveyFile['format'];
  readonly encoding: SurveyFile['encoding'];
  readonly park: string;
  readonly notes: SurveyFile['notes'];
  readonly candidates: readonly SystemCandidate[];
  /** How it was placed: as the person said, or as the one certain candidate; null when nothing was placed. */
  readonly placing: (Placing & { readonly isConfirmed: boolean }) | null;
  readonly refusal: PlacingRefusal | null;
  readonly examination: Examination | null;
}

/** `check FILE`: exit code 0 clean, 1 findings, 2 unreadable. Throws UsageError or StartError. */
export async function runCheck(words: readonly string[], settings: Settings, terminal: Terminal): Promise<number> {
  const { path, crs, parkCode, isJson, language, member } = readWords(words);
  const bytes = readSurveyFile(path);
  const remarks: string[] = [];
  const opening = surveyedParks(settings, (line) => remarks.push(line));
  const [read] = await Promise.all([
    readAnySurvey(bytes, { name: basename(path), member }),
    opening.catch(() => undefined),
  ]);
  if ('refusal' in read) return tellRefusal(basename(path), read.refusal, { isJson, language }, terminal);
  const survey = read.file;
  for (const remark of remarks) terminal.say(remark);
  const parks = await opening;
  const chosen = choosePark(parks, parkCode, survey);
  const checked: CheckedFile = {
    file: basename(path),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format: survey.format,
    encoding: survey.encoding,
    park: chosen.park.code,
    notes: survey.notes,
    ...checkIn(survey, crs, chosen),
  };
  terminal.print(isJson ? `${JSON.stringify(checked, null, 1)}\n` : tellCheck(checked, language));
  return exitCodeOf(checked);
}

function tellRefusal(
  file: string,
  { code, at, detail }: SurveyRefusal,
  { isJson, language }: { isJson: boolean; language: Language },
  { print, say }: Terminal,
): 2 {
  if (isJson) print(`${JSON.stringify({ file, refusal: { code, at, detail } }, null, 1)}\n`);
  say(`${file}: ${tell(code, { ...at, ...detail }, language)} (${code})`);
  return 2;
}

function readWords(words: readonly string[]) {
  const options = {
    crs: { type: 'string' },
    park: { type: 'string' },
    layer: { type: 'string' },
    json: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'en' },
  } as const;
  const parsed = (() => {
    try {
      return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
    } catch (error) {
      const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      throw new UsageError(`${why} Usage: ${usages.check}`);
    }
  })();
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Say which file: ${usages.check}`);
  const { lang } = parsed.values;
  const language = languages.find((one) => one === lang);
  if (!language) throw new UsageError(`--lang is ${lang}; it must be zh or en.`);
  return {
    path,
    language,
    crs: systemNumber(parsed.values.crs),
    parkCode: parsed.values.park ?? null,
    member: parsed.values.layer ?? null,
    isJson: parsed.values.json,
  };
}

interface ChosenPark {
  readonly park: SurveyedPark;
  readonly candidates: readonly SystemCandidate[];
}

/** The park that was named, or the one the land lies nearest to, with the systems the file may be in there. */
function choosePark(parks: readonly SurveyedPark[], code: string | null, survey: SurveyFile): ChosenPark {
  const asked = parks.filter((park) => code === null || park.code === code);
  const chosen = asked.map((park): ChosenPark => ({ park, candidates: suggestSystems(survey, park) }));
  const distance = ({ candidates }: ChosenPark) => candidates[0]?.distanceMetres ?? Infinity;
  const [nearest] = chosen.sort((a, b) => (distance(a) < distance(b) ? -1 : Number(distance(a) > distance(b))));
  if (nearest) return nearest;
  throw new UsageError(`There is no park ${code ?? ''}; there is ${parks.map((park) => park.code).join(', ')}.`);
}

function checkIn(survey: SurveyFile, crs: number | null, { park, candidates }: ChosenPark) {
  const chosen =
    crs === null ? candidates.find(({ isCertain }) => isCertain) : candidates.find(({ system }) => system === crs);
  const system = crs ?? chosen?.system;
  if (system === undefined) return { candidates, placing: null, refusal: null, examination: null };
  const placing = {
    system,
    isSwapped: chosen?.isSwapped ?? false,
    droppedPrefix: chosen?.droppedPrefix ?? null,
    transformation: null,
    isConfirmed: crs !== null,
  };
  const result = finishCheck(examine(survey, placing, park));
  const isRefused = 'refusal' in result;
  return { candidates, placing, refusal: isRefused ? result : null, examination: isRefused ? null : result };
}

function exitCodeOf({ notes, examination }: CheckedFile): number {
  if (notes.some(({ severity }) => severity === 'refused')) return 2;
  if (!examination || notes.length > 0 || examination.faults.length > 0) return 1;
  return examination.check.findings.some(({ severity }) => severity !== 'hint') ? 1 : 0;
}
