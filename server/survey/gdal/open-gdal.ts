import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refused } from '../refusal.ts';

type Argument = string | number | null;

/** What is used of GDAL compiled by emscripten; gdal3.js' own wrapper knows only whole programs and paths on disk. */
export interface Gdal {
  /** Calls a function of GDAL's C interface that gives a number or a pointer. */
  call(name: string, ...values: readonly Argument[]): number;
  callText(name: string, ...values: readonly Argument[]): string;
  /** Runs with a null-terminated array of texts, freed afterwards. */
  withList<Result>(texts: readonly string[], run: (pointer: number) => Result): Result;
  setPointer(at: number, value: number): void;
  readonly files: VirtualFiles;
  /** Why it did not do what it was asked: its memory was full, or the last of what it complained of. */
  failure(): Refused;
  /** What GDAL complained of, the last last; its error values are often empty. */
  readonly complaints: readonly string[];
}

interface VirtualFiles {
  writeFile(path: string, bytes: Uint8Array): void;
  readFile(path: string): Uint8Array;
  mkdir(path: string): void;
  unlink(path: string): void;
  write(
    ...written: readonly [stream: object, buffer: Uint8Array, offset: number, length: number, ...unknown[]]
  ): number;
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: object): void;
  mkdev(path: string, mode: number, device: number): void;
}

interface EmscriptenModule {
  readonly ccall: (
    name: string,
    returns: 'number' | 'string',
    types: readonly string[],
    values: readonly Argument[],
  ) => unknown;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (pointer: number) => void;
  readonly lengthBytesUTF8: (text: string) => number;
  readonly stringToUTF8: (text: string, pointer: number, most: number) => void;
  readonly HEAPU32: Uint32Array;
  readonly FS: VirtualFiles;
}

type Start = (module: object) => Promise<EmscriptenModule>;

const mostComplaints = 50;
const pageBytes = 65_536;

/**
 * Starts GDAL with files in memory only: nothing of the disk or the network is in reach of it. To be called once in a
 * worker that is thrown away afterwards. Its memory cannot grow beyond the limit.
 */
export async function openGdal(memoryMegabytes: number, settings: Readonly<Record<string, string>>): Promise<Gdal> {
  const memory = limitMemory(memoryMegabytes);
  const load = createRequire(import.meta.url);
  const folder = join(dirname(load.resolve('gdal3.js/package.json')), 'dist/package');
  const start = load('gdal3.js/build/package/gdal3WebAssembly.js') as Start;
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (complaints.length >= mostComplaints) complaints.shift();
    complaints.push(text.slice(0, 500));
  };
  const module = await start({
    locateFile: (name: string) => join(folder, name),
    getPreloadedPackage: (name: string) => readFileSync(name).buffer,
    print: complain,
    printErr: complain,
    preRun: [
      ({ ENV }: { ENV: Record<string, string> }) => {
        Object.assign(
          ENV,
          { PROJ_LIB: '/usr/share/proj', GDAL_DATA: '/usr/share/gdal', CPL_LOG_ERRORS: 'ON' },
          settings,
        );
      },
    ],
  });
  module.ccall('GDALAllRegister', 'number', [], []);
  limitFiles(module.FS, memoryMegabytes);
  module.FS.mkdir('/in');
  module.FS.mkdir('/out');
  return {
    call: (name, ...values) => Number(module.ccall(name, 'number', values.map(typeOf), values)),
    callText: (name, ...values) => String(module.ccall(name, 'string', values.map(typeOf), values) ?? ''),
    withList: (texts, run) => withList(module, texts, run),
    setPointer: (at, value) => {
      module.HEAPU32[at / 4] = value;
    },
    files: module.FS,
    failure: () =>
      memory.isFull
        ? new Refused('survey.too-much-memory', { megabytes: memoryMegabytes })
        : new Refused('survey.damaged', { message: complaints.at(-1) ?? null }),
    complaints,
  };
}

function typeOf(value: Argument): string {
  return typeof value === 'string' ? 'string' : 'number';
}

function withList<Result>(
  module: EmscriptenModule,
  texts: readonly string[],
  run: (pointer: number) => Result,
): Result {
  const pointers = texts.map((text) => {
    const bytes = module.lengthBytesUTF8(text) + 1;
    const pointer = module._malloc(bytes);
    module.stringToUTF8(text, pointer, bytes);
    return pointer;
  });
  const list = module._malloc((pointers.length + 1) * 4);
  module.HEAPU32.set([...pointers, 0], list / 4);
  try {
    return run(list);
  } finally {
    for (const pointer of [...pointers, list]) module._free(pointer);
  }
}

/** Its files are in memory too: all that is ever written, the file that is read included, is counted. */
function limitFiles(files: VirtualFiles, megabytes: number): void {
  const write = files.write.bind(files);
  let left = megabytes * 1024 * 1024;
  files.write = (...written) => {
    left -= written[3];
    if (left < 0) throw new Refused('survey.too-much-memory', { megabytes });
    return write(...written);
  };
}

/** The memory of WebAssembly as far as it is touched here; the types of Node 20 do not have it. */
declare const WebAssembly: {
  readonly Memory: { readonly prototype: { readonly buffer: ArrayBuffer; grow(pages: number): number } };
};

/** The limits of a worker do not count WebAssembly's memory, which the build lets grow to two gigabytes. */
function limitMemory(megabytes: number): { readonly isFull: boolean } {
  const state = { isFull: false };
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, 'grow') as (pages: number) => number;
  prototype.grow = function limited(this: { readonly buffer: ArrayBuffer }, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > megabytes * 1024 * 1024) {
      state.isFull = true;
      throw new RangeError('the memory of GDAL is full');
    }
    return Reflect.apply(grow, this, [pages]);
  };
  return state;
}
