import { can } from '../../domain/access/can.ts';
import type { CommandName, Role } from '../../domain/access/roles.ts';
import type { Day } from '../../domain/day.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { giveCommand } from '../api.ts';
import type { CommandAnswer } from '../answers.ts';

/** Where and by whom a command is given, and the event it was based on. */
export interface Desk {
  park: string;
  staff: string | null;
  role: Role;
  basedOn: number;
  today: Day;
}

/** Something a person can do: its name in the messages, its key, why it may not be done, what it would do, doing it. */
export interface Operation<Input extends object> {
  readonly command: CommandName;
  readonly label: string;
  readonly key: string;
  refusal(desk: Desk, input: Input): Refusal | null;
  preview(desk: Desk, input: Input, signal: AbortSignal): Promise<CommandAnswer>;
  run(desk: Desk, input: Input, id: string): Promise<CommandAnswer>;
}

export function defineOperation<Input extends object>(
  command: CommandName,
  key: string,
  rule: (input: Input, desk: Desk) => Refusal | null = () => null,
): Operation<Input> {
  const order = ({ park, staff, basedOn }: Desk, input: Input) => ({ park, staff, basedOn, input });
  return {
    command,
    key,
    label: `command.name.${command}`,
    refusal: (desk, input) => (can(desk.role, command) ? rule(input, desk) : refuse('access.not-allowed')),
    preview: (desk, input, signal) =>
      giveCommand(command, { ...order(desk, input), id: crypto.randomUUID(), preview: true, signal }),
    run: (desk, input, id) => giveCommand(command, { ...order(desk, input), id, preview: false }),
  };
}
