import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOgr = ['ogrinfo', 'ogr2ogr'].every((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
});

/** A folder in which Debian's gdal-bin reads and writes files. */
export class OgrFolder {
  readonly #folder = mkdtempSync(join(tmpdir(), 'yuantu-ogr-'));

  path(name: string): string {
    return join(this.#folder, name);
  }

  put(name: string, bytes: Uint8Array): string {
    writeFileSync(this.path(name), bytes);
    return this.path(name);
  }

  get(name: string): Uint8Array {
    return readFileSync(this.path(name));
  }

  /** The texts of a field and the areas of all features of a layer, as ogrinfo prints them. */
  fieldsAndAreas(source: string, field: string, options: readonly string[] = []): { text: string; area: number }[] {
    const layer = /^\d+: (.+?)(?: \([^()]*\))?$/m.exec(run('ogrinfo', ['-ro', '-q', ...options, source]))?.[1] ?? '';
    const sql = `SELECT "${field}", OGR_GEOM_AREA FROM "${layer}"`;
    const printed = run('ogrinfo', ['-ro', '-q', ...options, source, '-dialect', 'OGRSQL', '-sql', sql, '-geom=NO']);
    const features = printed.split(/^OGRFeature/m).slice(1);
    return features.map((feature) => ({
      text: / \(String\) = (.*)$/m.exec(feature)?.[1]?.trim() ?? '',
      area: Number(/OGR_GEOM_AREA \(Real\) = (.*)$/m.exec(feature)?.[1]),
    }));
  }

  info(source: string): string {
    return run('ogrinfo', ['-ro', '-al', '-so', source]);
  }

  convert(target: string, source: string, options: readonly string[]): void {
    run('ogr2ogr', [...options, this.path(target), source]);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
}
