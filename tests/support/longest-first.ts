import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than half a minute on two cores, the longest first; whoever writes another adds it. */
const longest = [
  'server/two-processes',
  'server/kill',
  'server/backup/backup',
  'server/survey/export',
  'server/cli-user',
  'server/import-land',
  'server/import-cli',
  'server/survey/hostile',
  'server/disk',
  'server/backup/refused-backups',
  'server/start',
  'journeys/screens',
  'journeys/bulk',
  'journeys/sign-in',
  'journeys/keyboard',
  'journeys/field',
  'journeys/two-clerks',
  'journeys/dialogs',
  'journeys/history',
  'journeys/clerk',
  'journeys/together',
];

/** A long file that is begun last keeps one core waiting for it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
