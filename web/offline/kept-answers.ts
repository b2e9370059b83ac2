/** Where the answers kept for use without a network lie, and the header that says when one was given. */
export const keptAnswersCache = 'yuantu-answers';
export const copyHeader = 'x-yuantu-copy-of';

const inPark = [
  'state',
  'account(/curve|/compare)?',
  'layers/[a-z-]+',
  'parcels(/[^/]+)?',
  'roads(/[^/]+)?',
  'works',
  'projects',
  'pipeline',
  'idle-land',
  'sections',
  'payments',
  'milestones',
  'targets',
  'funds',
  'readiness(/[^/]+)?',
  'batches',
  'risks',
  'ledger',
  'report',
  'digest',
];
const pattern = new RegExp(`^/api/parks(/[^/]+(/(${inPark.join('|')}))?)?$`);

/**
 * Whether an answer may be kept on this device: what the park shows to everybody. People, sessions, documents, the log
 * and everything added later stay out unless they are listed here.
 */
export function isKept(path: string): boolean {
  return pattern.test(path);
}
