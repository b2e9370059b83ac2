import type { ProjectListed } from '../answers.ts';
import type { Subject } from './address.ts';

export interface Findable {
  subject: Subject;
  title: string;
  note: string;
  words: string;
}

const most = 12;

/** What matches the text best first: the whole code, then the beginning, then anywhere. Width and case do not matter. */
export function findSubjects(all: readonly Findable[], text: string): Findable[] {
  const wanted = plainText(text);
  if (wanted === '') return [];
  return all
    .map((item) => ({ item, rank: rankOf(item, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ item }) => item);
}

export function findableProject(project: ProjectListed, title: string, note: string): Findable {
  const { code, name, nameEn, company, companyEn, product, productEn } = project;
  return {
    subject: { kind: 'project', code },
    title,
    note,
    words: [code, name, nameEn, company, companyEn, product, productEn].join('\n'),
  };
}

function rankOf(item: Findable, wanted: string): number {
  if (plainText(item.subject.code) === wanted) return 0;
  const words = item.words.split('\n').map(plainText);
  if (words.some((word) => word.startsWith(wanted))) return 1;
  return words.some((word) => word.includes(wanted)) ? 2 : 3;
}

/** Text as it is compared: width, case, spaces and dashes do not matter. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
}
