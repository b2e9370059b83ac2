import { can } from '../../domain/access/can.ts';
import type { CommandName, Role } from '../../domain/access/roles.ts';
import type { Day } from '../../domain/day.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { giveCommand } from '../api.ts';
import type { CommandAnswer } from '../answers.ts';
import { newId } from '../new-id.ts';
import type { OutboxOrder } from '../state/outbox/entry.ts';

/** Where and by whom a command is given, and the event it was based on. */
export interface Desk {
  park: string;
  roles: readonly Role[];
  basedOn: number;
  today: Day;
  /** The last day whose facts are known; plans begin after it. */
  knownUntil: Day;
}

/** What goes with any command: why, and the ids of photos and papers. */
export interface Extras {
  reason: string | null;
  documents: readonly string[];
}

/** An operation with its input: why it may not be done, what it would do, and the order that does it. */
export interface Attempt {
  readonly command: CommandName;
  readonly input: object;
  refusal(desk: Desk): Refusal | null;
  preview(desk: Desk, signal: AbortSignal): Promise<CommandAnswer>;
  order(desk: Desk, id: string, extras: Extras): OutboxOrder;
}

/** Something that a person can do: its name in the messages and its key. */
export interface Operation<Input extends object> {
  readonly command: CommandName;
  readonly label: string;
  readonly key: string;
  with(input: Input): Attempt;
}

export function defineOperation<Input extends object>(
  command: CommandName,
  key: string,
  rule: (input: Input, desk: Desk) => Refusal | null = () => null,
): Operation<Input> {
  return {
    command,
    key,
    label: `command.name.${command}`,
    with: (input) => ({
      command,
      input,
      refusal: (desk) => (can(desk.roles, command) ? rule(input, desk) : missingRight(desk, command)),
      preview: ({ park, basedOn }, signal) =>
        giveCommand(command, {
          park,
          basedOn,
          input,
          id: newId(),
          preview: true,
          partial: isOfMany(input),
          signal,
        }),
      order: ({ park, basedOn }, id, extras) => ({ park, basedOn, input, id, ...extras }),
    }),
  };
}

/** Who has not signed in, or no longer is, is asked to; who may not do this is told so. */
function missingRight({ roles }: Desk, command: CommandName): Refusal {
  return roles.includes('visitor') ? refuse('access.sign-in') : refuse('access.not-allowed', null, { act: command });
}

/** Of many parcels a preview tells which cannot, instead of refusing all of them. */
function isOfMany(input: object): boolean {
  return 'parcels' in input && Array.isArray(input.parcels) && input.parcels.length > 1;
}
