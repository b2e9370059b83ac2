import { isRefusal, type Refusal } from '../../domain/refusals.ts';

/** How a command about many parcels is asked about fewer of them; its rule must decide each parcel on its own. */
export interface ByParcel<Input> {
  readonly of: (input: Input) => readonly string[];
  readonly only: (input: Input, parcels: string[]) => Input;
}

export interface RefusedParcel {
  readonly parcel: string;
  readonly refusal: Refusal;
}

export const byParcel = <Input extends { parcels: string[] }>(): ByParcel<Input> => ({
  of: ({ parcels }) => parcels,
  only: (input, parcels) => ({ ...input, parcels }),
});

/** The input without the parcels that would be refused alone, and why; the whole input when none would be left. */
export async function leaveOutRefused<Input>(
  { of, only }: ByParcel<Input>,
  input: Input,
  decide: (input: Input) => object | Promise<object>,
): Promise<{ input: Input; refused: readonly RefusedParcel[] }> {
  const refused: RefusedParcel[] = [];
  const left: string[] = [];
  for (const parcel of new Set(of(input))) {
    const decided = await decide(only(input, [parcel]));
    if (isRefusal(decided)) refused.push({ parcel, refusal: decided });
    else left.push(parcel);
  }
  return left.length === 0 ? { input, refused: [] } : { input: only(input, left), refused };
}
