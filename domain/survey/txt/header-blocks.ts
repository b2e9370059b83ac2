import type { NoteList } from '../note-list.ts';
import type { DeclaredSystem, SurveyFile } from '../survey-file.ts';
import { readHeaderSystem } from '../system/read-header-system.ts';

/** The key under which a block of words keeps the name of its section. */
export const sectionKey = 'section';
export const headerSection = '属性描述';
export const coordinateSection = '地块坐标';

interface Block {
  readonly section: string;
  readonly line: number;
  readonly entries: Map<string, string>;
}

/** The words of a coordinate file that are no coordinates, section by section; any key is kept. */
export class HeaderBlocks {
  readonly #blocks: Block[] = [];
  section: string | null = null;

  open(section: string, line: number): void {
    this.section = section;
    if (section !== coordinateSection) this.#blocks.push({ section, line, entries: new Map() });
  }

  /** A key that comes again in its block keeps both values, the later under a counted name. */
  add(key: string, value: string, line: number): void {
    if (this.#blocks.length === 0) this.#blocks.push({ section: this.section ?? '', line, entries: new Map() });
    const { entries } = this.#blocks.at(-1)!;
    if (entries.has(key)) entries.set(`${key} ${line}`, value);
    else entries.set(key, value);
  }

  get about(): SurveyFile['about'] {
    return this.#blocks.map(({ section, entries }) => Object.fromEntries([[sectionKey, section], ...entries]));
  }

  /** One system when every header says the same; otherwise one a header. */
  systems(notes: NoteList): DeclaredSystem[] {
    const systems = this.#headers().map((block) => {
      const read = systemOf(block);
      for (const { code, severity, at, detail } of read?.notes ?? []) notes.add(code, severity, at, detail);
      return read?.system ?? silent;
    });
    const different = new Map(systems.map((system) => [system.text, system]));
    if (different.size > 1) return systems;
    return [...different.values()].filter((system) => system !== silent);
  }

  /** A file without the mark [属性描述] may still have its keys. */
  #headers(): Block[] {
    const marked = this.#blocks.filter(({ section }) => section === headerSection);
    return marked.length > 0 ? marked : this.#blocks.filter((block) => systemOf(block) !== null);
  }
}

const systemKeys = ['坐标系', '几度分带', '带号'];

/** Whether the coordinate system rests on this key. */
export function isSystemKey(key: string): boolean {
  return systemKeys.includes(key);
}

function systemOf({ entries, line }: Block): ReturnType<typeof readHeaderSystem> {
  const said = systemKeys.flatMap((key) => (entries.has(key) ? [[key, entries.get(key)!]] : []));
  return readHeaderSystem(Object.fromEntries(said) as Record<string, string>, { line, record: null });
}

const silent: DeclaredSystem = { from: 'header', text: '', epsg: null, datum: null, bandDegrees: null, zone: null };
