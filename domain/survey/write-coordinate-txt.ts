import { encodeText, type UnwritableCharacter } from './encode-text.ts';
import { NoteList } from './note-list.ts';
import type { ReadingNote, SurveyFile } from './survey-file.ts';
import { coordinateSection, headerSection, sectionKey } from './txt/header-blocks.ts';
import { plainField, plainLine } from './txt/plain-field.ts';
import { parcelLines } from './txt/write-parcel.ts';
import { usualProfile, type WriteProfile } from './txt/write-profile.ts';

type Words = Pick<SurveyFile, 'about' | 'layers'>;
type Block = SurveyFile['about'][number];

/** Notes have the line in the written file and the record as counted through the layers given. */
export type WrittenTxt =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly notes: readonly ReadingNote[] }
  | { readonly code: 'text.unwritable'; readonly unwritable: readonly UnwritableCharacter[] };

/**
 * Writes records as 界址点坐标交换格式 (standards.md §1). Positions are [east, north] in metres as they shall stand in the
 * file, with the zone's prefix if it is wanted; areas are computed from them. Blocks of `about` stand before the layer
 * they belong to. Records without a place are left out with a note; nothing is replaced by a question mark.
 */
export function writeCoordinateTxt({ about, layers }: Words, changes: Partial<WriteProfile> = {}): WrittenTxt {
  const profile = { ...usualProfile, ...changes };
  const notes = new NoteList();
  const blocks = blocksPerLayer({ about, layers });
  const lines: string[] = [];
  let record = 0;
  layers.forEach(({ features }, index) => {
    for (const block of blocks[index] ?? []) for (const line of blockLines(block)) lines.push(line);
    lines.push(`[${coordinateSection}]`);
    for (const feature of features) {
      record += 1;
      const at = { line: lines.length + 1, record };
      if (!feature.shape) {
        notes.add('txt.without-place', 'skipped', at);
        continue;
      }
      for (const written of [feature.code, feature.name]) {
        if (written !== null && plainField(written) !== written)
          notes.add('txt.field-altered', 'mended', at, { written });
      }
      for (const line of parcelLines(feature, feature.shape, profile)) lines.push(line);
    }
  });
  const encoded = encodeText(lines.join(profile.lineEnd) + profile.lineEnd, profile.encoding);
  return 'code' in encoded ? encoded : { bytes: encoded.bytes, notes: notes.all() };
}

/** Other sections stand before the header they belong to; what comes after the last header goes with it. */
function blocksPerLayer({ about, layers }: Words): Block[][] {
  const groups: Block[][] = [[]];
  for (const block of about) {
    groups.at(-1)!.push(block);
    if (block[sectionKey] === headerSection && groups.length < layers.length) groups.push([]);
  }
  return groups;
}

function blockLines({ [sectionKey]: section = '', ...entries }: Block): string[] {
  const lines = Object.entries(entries).map(([key, value]) => `${plainLine(key)}=${plainLine(value)}`);
  return section === '' ? lines : [`[${plainLine(section)}]`, ...lines];
}
