import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { activeRoles, can } from '../domain/access/can.ts';
import type { Person } from '../domain/access/person.ts';
import type { CommandName, Role } from '../domain/access/roles.ts';
import type { Day } from '../domain/day.ts';
import type { Decision } from '../domain/park/decision.ts';
import { effectOf, type Effect } from '../domain/park/effect.ts';
import { subjectsOf, type ParkFacts } from '../domain/park/facts.ts';
import { sameRow } from '../domain/park/same-row.ts';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../domain/refusals.ts';
import type { Queries } from './database/connect.ts';
import { noticeOf } from './database/hear-events.ts';
import { appendEvent, eventById, eventBySeq, eventsOn, unknownDocument, type LoggedEvent } from './database/log.ts';
import { event, park } from './database/schema.ts';
import { writeShapes, type BoundaryShape } from './database/write-shapes.ts';
import { writeChanges } from './database/write-changes.ts';
import { today, type House } from './house.ts';
import type { ChosenLand } from './imports/import-desk.ts';
import type { ImportLand } from './imports/question.ts';
import { readParkLand, type ParkLand } from './imports/read-park-land.ts';
import { Problem } from './http/problem.ts';
import { leaveOutRefused, type ByParcel, type RefusedParcel } from './parcels/by-parcel.ts';
import type { ParkMemory } from './park-memory.ts';

/** `undoes`: the event this decision takes back. `shapes`: the geometry of new boundaries. */
export type Decided = Decision & { readonly undoes?: number; readonly shapes?: readonly BoundaryShape[] };

export interface DecisionContext {
  readonly today: string;
  readonly newId: () => string;
  readonly roles: readonly Role[];
  readonly eventBySeq: (seq: number) => Promise<LoggedEvent | null>;
  /** What is chosen of a kept survey file. */
  readonly chooseLand: (input: ImportLand) => Promise<ChosenLand | Refusal>;
  /** Boundaries and plan of a day. */
  readonly landOn: (day: Day) => Promise<ParkLand>;
  /** The events after one on any of these subjects. */
  readonly eventsOn: (subjects: readonly string[], after: number) => Promise<LoggedEvent[]>;
}

/** A command: the schema of its input and the rule that decides. */
export interface Command<Input extends z.ZodType> {
  readonly name: CommandName;
  readonly summary: string;
  readonly input: Input;
  /** Lets a preview leave out the parcels that cannot. */
  readonly byParcel?: ByParcel<z.output<Input>>;
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
  readonly actor: Person;
  readonly reason: string | null;
  readonly documents: readonly string[];
}

export interface Outcome {
  readonly event: LoggedEvent | null;
  readonly seq: number;
  readonly decision: Pick<Decision, 'changes'>;
  readonly effect: Effect;
  /** The parcels a partial preview left out. */
  readonly refused: readonly RefusedParcel[];
}

/**
 * What a command would do now, without doing it; when `partial`, to the parcels it can be done to. Throws Problem when
 * it would be refused.
 */
export async function preview<Input extends z.ZodType>(
  house: House,
  memory: ParkMemory,
  command: Command<Input>,
  order: Order<z.output<Input>>,
  partial = false,
): Promise<Outcome> {
  if (order.basedOn > memory.facts.seq) await house.memories.refresh(memory);
  const { queries } = house.database;
  const { facts } = memory;
  const { input, refused } =
    partial && command.byParcel
      ? await leaveOutRefused(command.byParcel, order.input, (one) =>
          command.decide(facts, one, contextOf(house, queries, memory, order.actor)),
        )
      : { input: order.input, refused: [] };
  const decision = await decide(house, queries, memory, command, { ...order, input });
  return {
    event: null,
    seq: facts.seq,
    decision,
    effect: effectOf(facts, decision, (knownOn) => memory.accountTable(knownOn)),
    refused,
  };
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
    const { seq, isNew } = await lockPark(transaction, memory, order.id);
    await memory.catchUp(transaction, seq);
    const repeated = isNew ? null : await eventById(transaction, memory.parkId, order.id);
    if (repeated) return outcomeBefore(command, order, repeated);
    const decision = await decide(house, transaction, memory, command, order);
    const effect = effectOf(memory.facts, decision, (knownOn) => memory.accountTable(knownOn));
    const event = eventOf(house, command, order, { ...decision, seq: seq + 1 });
    await writeShapes(transaction, memory.parkId, decision.shapes ?? []);
    await writeChanges(transaction, memory.parkId, decision.changes);
    const notice = isShared ? noticeOf({ park: memory.facts.park.code, seq: event.seq }) : null;
    await appendEvent(transaction, memory.parkId, { ...event, effect }, notice);
    return { event, seq: event.seq, decision, effect, refused: [] };
  });
  memory.apply(outcome.event);
  return outcome;
}

/**
 * Makes other commands on this park wait, in this process and in others. Its last event, and whether the command is
 * certainly new: where somebody wrote meanwhile, that has to be asked again, because the answer may be older.
 */
async function lockPark(
  transaction: Queries,
  { parkId, facts }: ParkMemory,
  id: string,
): Promise<{ seq: number; isNew: boolean }> {
  const known = facts.seq;
  const written = transaction
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.parkId, parkId), eq(event.id, id)));
  const [row] = await transaction
    .select({ seq: park.seq, written: sql<string | null>`(${written})` })
    .from(park)
    .where(eq(park.id, parkId))
    .for('update');
  if (!row) throw new Error(`park ${parkId} is gone`);
  return { seq: row.seq, isNew: row.written === null && row.seq === known };
}

async function decide<Input extends z.ZodType>(
  house: House,
  queries: Queries,
  memory: ParkMemory,
  command: Command<Input>,
  { basedOn, input, actor, documents }: Order<z.output<Input>>,
): Promise<Decided> {
  const { facts, parkId } = memory;
  if (!can(activeRoles(actor), command.name))
    throw new Problem(refuse('access.not-allowed', null, { act: command.name }));
  if (basedOn > facts.seq) throw new Problem(refuse('input.invalid', 'basedOn', { basedOn, seq: facts.seq }));
  const unknown = await unknownDocument(queries, parkId, documents);
  if (unknown !== null) throw new Problem(refuse('document.unknown', 'documents', { document: unknown }));
  const decided = await command.decide(facts, input, contextOf(house, queries, memory, actor));
  if (isRefusal(decided)) throw new Problem(decided);
  for (const subject of subjectsOf(decided.changes)) {
    const touchedBy = facts.touched.get(subject) ?? 0;
    if (touchedBy > basedOn) throw new Problem(stale(subject, basedOn, touchedBy));
  }
  return decided;
}

function contextOf(house: House, queries: Queries, memory: ParkMemory, actor: Person): DecisionContext {
  const { parkId } = memory;
  return {
    today: today(house),
    newId: randomUUID,
    roles: activeRoles(actor),
    eventBySeq: (seq) => eventBySeq(queries, parkId, seq),
    chooseLand: (input) => house.imports.choose(queries, memory, input),
    landOn: (day) => readParkLand(queries, memory, day),
    eventsOn: (subjects, after) => eventsOn(queries, parkId, { subjects, after }),
  };
}

const staleCodes: Readonly<Record<string, RefusalCode>> = {
  parcel: 'parcel.stale',
  road: 'road.stale',
  work: 'work.stale',
  project: 'project.stale',
  land: 'land.stale',
};

function stale(subject: string, basedOn: number, touchedBy: number): Refusal {
  const [noun = '', code = ''] = subject.split(/:(.*)/s);
  return refuse(staleCodes[noun] ?? 'parcel.stale', 'basedOn', { [noun]: code, basedOn, seq: touchedBy });
}

function eventOf<Input extends z.ZodType>(
  house: House,
  { name }: Command<Input>,
  { id, actor, input, ...order }: Order<z.output<Input>>,
  {
    seq,
    changes,
    effectiveOn,
    reason,
    undoes = null,
  }: Omit<Decided, 'undoes'> & { seq: number; undoes?: number | null },
): LoggedEvent {
  const subjects = subjectsOf(changes);
  const recordedAt = house.now().toISOString();
  return {
    seq,
    id,
    actor: actor.name,
    actorId: actor.id,
    recordedAt,
    effectiveOn,
    command: name,
    input,
    subjects,
    changes,
    reason: reason ?? order.reason,
    documents: order.documents,
    undoes,
    undoneBy: null,
  };
}

function outcomeBefore<Input extends z.ZodType>(
  { name }: Command<Input>,
  { id, input, actor }: Order<z.output<Input>>,
  { effect, ...event }: LoggedEvent & { readonly effect: Effect },
): Outcome & { readonly event: LoggedEvent } {
  const isOthers = event.actorId !== null && event.actorId !== actor.id;
  if (isOthers || event.command !== name || !sameRow(event.input, input)) {
    throw new Problem(refuse('command.repeated-differently', 'id', { id, seq: event.seq }));
  }
  return { event, seq: event.seq, decision: event, effect, refused: [] };
}
