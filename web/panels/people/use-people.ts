import { readPeople } from '../../api/people.ts';
import { loadAnswer } from '../../state/load-answer.ts';
import type { PersonListed } from '../../answers/people.ts';

/** Everybody with an account; `put` shows a person as the server just answered. */
export function usePeople() {
  const { data, failure, reload } = loadAnswer(
    () => 'people',
    () => '',
    readPeople,
  );
  function put(person: PersonListed): void {
    const people = data.value?.people ?? [];
    const others = people.filter(({ id }) => id !== person.id);
    data.value = { people: [...others, person].sort((a, b) => (a.username < b.username ? -1 : 1)) };
  }
  return { data, failure, reload, put };
}
