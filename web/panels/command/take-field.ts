import type { Ref } from 'vue';
import type { FieldValue } from '../../../domain/park/row-fields.ts';

/** Puts a text of somebody else's row into a field of the form; nothing there is `empty`. */
export function takeText<Empty extends string | null>(
  field: Ref<string | Empty>,
  empty: Empty | null = null,
): (value: FieldValue) => void {
  return (value) => {
    field.value = typeof value === 'string' ? value : (empty as Empty);
  };
}

/** The same for a field with a fixed choice of words; other words are passed over. */
export function takeChoice<Choice extends string>(
  field: Ref<Choice | null> | Ref<Choice>,
  choices: readonly Choice[],
): (value: FieldValue) => void {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) field.value = found;
  };
}
