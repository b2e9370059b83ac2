import { z } from 'zod';
import { commandAnswer } from '../../server/events/answers.ts';
import { problemSchema } from '../../server/http/problem.ts';
import { stateAnswer } from '../../server/parks/answers.ts';
import type { TestPark } from './test-park.ts';

/** The answer of a command that succeeded. */
export async function done(answer: Response | Promise<Response>) {
  const response = await answer;
  const json: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(json)}`);
  return commandAnswer.parse(json);
}

/** Status, code, field and detail of a refusal. */
export async function refused(answer: Response | Promise<Response>) {
  const response = await answer;
  const { status, code, field, detail } = problemSchema.parse(await response.json());
  if (status !== response.status) throw new Error(`the problem says ${status}, the answer ${response.status}`);
  return { status, code, field, detail };
}

export async function stateOf(park: TestPark, query = '') {
  return stateAnswer.parse(await park.getJson(`/api/parks/jinling/state${query}`));
}

/** Codes of parcels with a status, as the park stands. */
export async function parcelsThatAre(park: TestPark, status: string): Promise<string[]> {
  const { parcels } = await stateOf(park);
  return parcels.filter((parcel) => parcel.status === status).map(({ code }) => code);
}

export async function seqOf(park: TestPark): Promise<number> {
  return z.object({ seq: z.number() }).parse(await park.getJson('/api/parks/jinling')).seq;
}
