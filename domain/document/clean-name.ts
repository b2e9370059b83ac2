import type { DocumentType } from './kinds.ts';

const longestName = 120;

/** The endings a file of a kind may have; the first is given where there is none. */
const endings: Readonly<Record<DocumentType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
};

/**
 * The name of a file as it may be shown and saved: its last part only, without control characters, marks that turn the
 * direction of writing and signs no file system takes; at most 120 characters; with an ending of its kind, so that
 * `page.html` of a photo is saved as `page.html.jpg`.
 */
export function cleanName(name: string, type: DocumentType): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+/, '');
  const [, stem = plain, ending = ''] = /^(.*)\.([^.]*)$/s.exec(plain) ?? [];
  const isOwn = endings[type].includes(ending.toLowerCase());
  const kept = isOwn ? ending : endings[type][0]!;
  const room = longestName - kept.length - 1;
  const shortened = [...(isOwn ? stem : plain)]
    .slice(0, room)
    .join('')
    .replace(/[ .]+$/, '');
  return `${shortened || 'document'}.${kept}`;
}
