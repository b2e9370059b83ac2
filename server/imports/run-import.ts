import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importScopes } from '../../domain/survey/proposal/proposal.ts';
import { tell } from '../../domain/survey/words/tell.ts';
import type { Language } from '../../domain/survey/words/words.ts';
import { isDay } from '../../domain/day.ts';
import { Refused } from '../operator/ask-server.ts';
import type { Settings } from '../settings.ts';
import { readSurveyFile, systemNumber } from '../survey/survey-words.ts';
import { choosePark } from '../terminal/choose-park.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { usages } from '../terminal/usages.ts';
import { UsageError } from '../usage-error.ts';
import { openImporter, type Importer, type Question } from './importer.ts';
import { tellProposal } from './tell-proposal.ts';
import type { ExaminationAnswer } from './answers.ts';

const languages = ['zh', 'en'] as const;

interface Order {
  readonly path: string;
  readonly park: string | null;
  readonly crs: number | null;
  readonly language: Language;
  readonly isAccepted: boolean;
  readonly isJson: boolean;
  readonly question: Question;
}

/**
 * `import FILE`: what a survey file would change, and with `--accept` the change itself, of all entries nothing speaks
 * against. Exit code 0: told or taken over; 1: something speaks against an entry, or no system is confirmed; 2: the file
 * cannot be used. Throws UsageError or StartError.
 */
export async function runImport(words: readonly string[], settings: Settings, terminal: Terminal): Promise<number> {
  const order = readOrder(words);
  const content = readSurveyFile(order.path);
  const importer = await openImporter(settings, terminal.say);
  try {
    return await takeOver(importer, order, content, terminal);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    terminal.say(sentenceOf(error, order.language));
    return 2;
  } finally {
    await importer.close();
  }
}

async function takeOver(importer: Importer, order: Order, content: Uint8Array, terminal: Terminal): Promise<number> {
  const { path, language, isAccepted, question } = order;
  const park = choosePark(importer.parks, order.park);
  const id = await importer.keep(park, basename(path), content, question);
  let isTaken = false;
  try {
    const shown = await show(importer, { park, id }, order, terminal);
    if (!shown) return 1;
    const { placing, isBarred } = shown;
    if (isAccepted) {
      const { seq } = await importer.accept(park, id, { ...question, placing });
      isTaken = true;
      terminal.say(language === 'zh' ? `已导入，第 ${seq} 号记录。` : `Imported as event ${seq}.`);
    }
    return isBarred ? 1 : 0;
  } finally {
    if (!isTaken) await importer.drop(park, id);
  }
}

/** Prints what a file would change. Nothing of a long answer is left when the file is taken over. */
async function show(
  importer: Importer,
  { park, id }: { readonly park: string; readonly id: string },
  { crs, language, isJson, question }: Order,
  { print }: Terminal,
) {
  const unplaced = await importer.examine(park, id, question);
  const placing = placingOf(unplaced, crs);
  const found = placing ? await importer.examine(park, id, { ...question, placing }) : unplaced;
  print(isJson ? `${JSON.stringify(found, null, 1)}\n` : tellProposal(found, language));
  if (!placing || !found.placed) return null;
  const isBarred = found.placed.entries.some(({ faults, lacks }) => faults.length > 0 || lacks !== null);
  return { placing, isBarred };
}

/** As the person says, or as the one certain candidate. */
function placingOf({ candidates }: ExaminationAnswer, crs: number | null): NonNullable<Question['placing']> | null {
  const chosen = candidates.find(({ system, isCertain }) => (crs === null ? isCertain : system === crs));
  const system = crs ?? chosen?.system;
  if (system === undefined) return null;
  const { isSwapped = false, droppedPrefix = null } = chosen ?? {};
  return { system, isSwapped, droppedPrefix, transformation: null };
}

function readOrder(words: readonly string[]): Order {
  const options = {
    park: { type: 'string' },
    on: { type: 'string' },
    crs: { type: 'string' },
    layer: { type: 'string' },
    scope: { type: 'string', default: 'held' },
    repair: { type: 'boolean', default: false },
    accept: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  } as const;
  const { positionals, values } = (() => {
    try {
      return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
    } catch (error) {
      const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      throw new UsageError(`${why} Usage: ${usages.import}`);
    }
  })();
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Say which file: ${usages.import}`);
  if (values.on === undefined || !isDay(values.on)) {
    throw new UsageError('Say with --on from which day the boundaries hold, like --on 2007-12-01.');
  }
  const language = languages.find((one) => one === values.lang);
  if (!language) throw new UsageError(`--lang is ${values.lang}; it must be zh or en.`);
  const scope = importScopes.find((one) => one === values.scope);
  if (!scope) throw new UsageError(`--scope is ${values.scope}; it must be ${importScopes.join(' or ')}.`);
  const crs = systemNumber(values.crs);
  const layers = values.layer === undefined ? null : [values.layer];
  return {
    path,
    park: values.park ?? null,
    crs,
    language,
    isAccepted: values.accept,
    isJson: values.json,
    question: {
      on: values.on,
      scope,
      repairs: values.repair,
      reading: { encoding: null, member: null, as: null, layers },
    },
  };
}

function sentenceOf({ code, detail }: Refused, language: Language): string {
  const why = typeof detail['why'] === 'string' ? tell(detail['why'], detail, language) : '';
  const about = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  return `${why || about.join(', ')} (${code})`;
}
