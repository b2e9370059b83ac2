import { landVersion } from '../../domain/park/facts.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import { examineImport, type ExaminedImport } from './examine-import.ts';
import { importQuestionSchema, type ImportQuestion } from './question.ts';

const kept = 3;

/** The examinations asked for last: what was looked at is accepted without being worked out again. */
export class ImportCache {
  readonly #answers = new Map<string, Promise<ExaminedImport | Refusal>>();

  /** As `examineImport` for the boundaries as they are now. */
  of(queries: Queries, memory: ParkMemory, id: string, question: ImportQuestion): Promise<ExaminedImport | Refusal> {
    const asked = importQuestionSchema.parse(question);
    const key = JSON.stringify([memory.parkId, id, landVersion(memory.facts), asked]);
    const known = this.#answers.get(key) ?? examineImport(queries, memory, id, asked);
    this.#answers.delete(key);
    this.#answers.set(key, known);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > kept && oldest !== undefined) this.#answers.delete(oldest);
    // A refusal or a failure is not kept, so that the next question tries again.
    known.then(
      (answer) => isRefusal(answer) && this.#forget(key, known),
      () => this.#forget(key, known),
    );
    return known;
  }

  #forget(key: string, answer: Promise<ExaminedImport | Refusal>): void {
    if (this.#answers.get(key) === answer) this.#answers.delete(key);
  }
}
