import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { CommandName } from '../domain/access/roles.ts';
import type { Decision } from '../domain/park/decision.ts';
import { effectOf, type Effect } from '../domain/park/effect.ts';
import { subjectOf, type ParkFacts } from '../domain/park/facts.ts';
import { sameRow } from '../domain/park/same-row.ts';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../domain/refusals.ts';
import type { Queries } from './database/connect.ts';
import { appendEvent, eventById, eventBySeq, type LoggedEvent } from './database/log.ts';
import { park } from './database/schema.ts';
import { writeChanges } from './database/write-changes.ts';
import { today, type House } from './house.ts';
import { Problem } from './http/problem.ts';
import type { ParkMemory } from './park-memory.ts';

/** `undoes`: the event this decision takes back. */
export type Decided = Decision & { readonly undoes?: number };

export interface DecisionContext {
  readonly today: string;
  readonly newId: () => string;
  readonly eventBySeq: (seq: number) => Promise<LoggedEvent | null>;
}

/** A command: the schema of its input and the rule that decides. */
export interface Command<Input extends z.ZodType> {
  readonly name: CommandName;
  readonly summary: string;
  readonly input: Input;
  readonly decide: (
    facts: ParkFacts,
    input: z.output<Input>,
    context: DecisionContext,
  ) => Decided | Refusal | Promise<Decided | Refusal>;
}

export interface Order<Input> {
  readonly id: string;
  readonly basedOn: number;
  readonly input: Input;
  readonly actor: string;
}

export interface Outcome {
  readonly event: LoggedEvent | null;
  readonly seq: number;
  readonly decision: Pick<Decision, 'changes'>;
  readonly effect: Effect;
}

/** What a command would do now, without doing it. Throws Problem when it would be refused. */
export async function preview<Input extends z.ZodType>(
  house: House,
  memory: ParkMemory,
  command: Command<Input>,
  order: Order<z.output<Input>>,
): Promise<Outcome> {
  if (order.basedOn > memory.facts.seq) await house.memories.refresh(memory);
  const { queries } = house.database;
  const decision = await decide(house, queries, memory, command, order);
  return { event: null, seq: memory.facts.seq, decision, effect: effectOf(memory.facts, decision) };
}

/** The one doorway for writes: decides, stores and tells. Throws Problem when refused; then nothing is stored. */
export async function execute<Input extends z.ZodType>(
  house: House,
  memory: ParkMemory,
  command: Command<Input>,
  order: Order<z.output<Input>>,
): Promise<Outcome> {
  const { queries, isShared } = house.database;
  const outcome = await queries.transaction(async (transaction) => {
    const seq = await lockPark(transaction, memory.parkId);
    await memory.catchUp(transaction, seq);
    const repeated = await eventById(transaction, memory.parkId, order.id);
    if (repeated) return outcomeBefore(command, order, repeated);
    const decision = await decide(house, transaction, memory, command, order);
    const effect = effectOf(memory.facts, decision);
    const event = eventOf(house, command, order, { ...decision, seq: seq + 1 });
    await writeChanges(transaction, memory.parkId, decision.changes);
    await appendEvent(transaction, memory.parkId, { ...event, effect });
    await transaction.update(park).set({ seq: event.seq }).where(eq(park.id, memory.parkId));
    if (isShared) await transaction.execute(sql`SELECT pg_notify('yuantu_event', ${memory.facts.park.code})`);
    return { event, seq: event.seq, decision, effect };
  });
  memory.apply(outcome.event);
  return outcome;
}

/** Makes other commands on this park wait, in this process and in others, and returns its last event. */
async function lockPark(transaction: Queries, parkId: number): Promise<number> {
  const [row] = await transaction.select({ seq: park.seq }).from(park).where(eq(park.id, parkId)).for('update');
  if (!row) throw new Error(`park ${parkId} is gone`);
  return row.seq;
}

async function decide<Input extends z.ZodType>(
  house: House,
  queries: Queries,
  { facts, parkId }: ParkMemory,
  command: Command<Input>,
  { basedOn, input }: Order<z.output<Input>>,
): Promise<Decided> {
  if (basedOn > facts.seq) throw new Problem(refuse('input.invalid', 'basedOn', { basedOn, seq: facts.seq }));
  const decided = await command.decide(facts, input, {
    today: today(house),
    newId: randomUUID,
    eventBySeq: (seq) => eventBySeq(queries, parkId, seq),
  });
  if (isRefusal(decided)) throw new Problem(decided);
  for (const change of decided.changes) {
    const subject = subjectOf(change);
    const touchedBy = facts.touched.get(subject) ?? 0;
    if (touchedBy > basedOn) throw new Problem(stale(subject, basedOn, touchedBy));
  }
  return decided;
}

const staleCodes: Readonly<Record<string, RefusalCode>> = {
  parcel: 'parcel.stale',
  road: 'road.stale',
  work: 'work.stale',
  project: 'project.stale',
};

function stale(subject: string, basedOn: number, touchedBy: number): Refusal {
  const [noun = '', code = ''] = subject.split(/:(.*)/s);
  return refuse(staleCodes[noun] ?? 'parcel.stale', 'basedOn', { [noun]: code, basedOn, seq: touchedBy });
}

function eventOf<Input extends z.ZodType>(
  house: House,
  { name }: Command<Input>,
  { id, actor, input }: Order<z.output<Input>>,
  {
    seq,
    changes,
    effectiveOn,
    reason,
    undoes = null,
  }: Omit<Decided, 'undoes'> & { seq: number; undoes?: number | null },
): LoggedEvent {
  const subjects = [...new Set(changes.map(subjectOf))];
  const recordedAt = house.now().toISOString();
  return {
    seq,
    id,
    actor,
    recordedAt,
    effectiveOn,
    command: name,
    input,
    subjects,
    changes,
    reason,
    undoes,
    undoneBy: null,
  };
}

function outcomeBefore<Input extends z.ZodType>(
  { name }: Command<Input>,
  { id, input }: Order<z.output<Input>>,
  { effect, ...event }: LoggedEvent & { readonly effect: Effect },
): Outcome & { readonly event: LoggedEvent } {
  if (event.command !== name || !sameRow(event.input, input)) {
    throw new Problem(refuse('command.repeated-differently', 'id', { id, seq: event.seq }));
  }
  return { event, seq: event.seq, decision: event, effect };
}
