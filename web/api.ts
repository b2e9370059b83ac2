import { hc } from 'hono/client';
import type { Person } from '../domain/access/person.ts';
import type { CommandName } from '../domain/access/roles.ts';
import type { Day } from '../domain/day.ts';
import type { ReportDocument } from '../domain/report/document.ts';
import type { App } from '../server/app.ts';
import type {
  AccountAnswer,
  CommandAnswer,
  Layer,
  MilestoneAnswer,
  ParcelAnswer,
  ParkAnswer,
  ParkListed,
  Payment,
  ProjectListed,
  RoadAnswer,
  RoadListed,
  StateAnswer,
  Work,
} from './answers.ts';
import type { BatchesAnswer, ParcelReadinessAnswer, ReadinessAnswer, RisksAnswer } from './answers/readiness.ts';
import type { ComparisonAnswer, CurveAnswer } from './answers/course.ts';
import type { FundsAnswer, IdleLandAnswer, PipelineAnswer, SectionsAnswer, TargetsAnswer } from './answers/money.ts';
import { Problem, problemOf } from './problem.ts';
import { noteAnswer } from './state/copies.ts';

export const { api } = hc<App>('/');
const { parks } = api;
const one = parks[':park'];

interface Reading {
  park: string;
  signal: AbortSignal;
}
interface ReadingOn extends Reading {
  on: Day | undefined;
}

export const readParks = (signal: AbortSignal): Promise<{ parks: readonly ParkListed[] }> =>
  read(parks.$get({}, { init: { signal } }));

export const readPark = ({ park, signal }: Reading): Promise<ParkAnswer> =>
  read(one.$get({ param: { park } }, { init: { signal } }));

export const readState = ({ park, on, signal }: ReadingOn): Promise<StateAnswer> =>
  read(one.state.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readAccount = ({ park, on, signal }: ReadingOn): Promise<AccountAnswer> =>
  read(one.account.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readParcel = ({ park, on, signal }: ReadingOn, code: string): Promise<ParcelAnswer> =>
  read(one.parcels[':parcel'].$get({ param: { park, parcel: code }, query: { on } }, { init: { signal } }));

export const readRoads = ({ park, on, signal }: ReadingOn): Promise<{ seq: number; roads: readonly RoadListed[] }> =>
  read(one.roads.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readRoad = ({ park, on, signal }: ReadingOn, code: string): Promise<RoadAnswer> =>
  read(one.roads[':road'].$get({ param: { park, road: code }, query: { on } }, { init: { signal } }));

export const readWorks = ({ park, signal }: Reading): Promise<{ seq: number; works: readonly Work[] }> =>
  read(one.works.$get({ param: { park } }, { init: { signal } }));

export const readProjects = ({
  park,
  on,
  signal,
}: ReadingOn): Promise<{ seq: number; projects: readonly ProjectListed[] }> =>
  read(one.projects.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readPipeline = ({ park, on, signal }: ReadingOn): Promise<PipelineAnswer> =>
  read(one.pipeline.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readIdleLand = ({ park, on, signal }: ReadingOn): Promise<IdleLandAnswer> =>
  read(one['idle-land'].$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readSections = ({ park, on, signal }: ReadingOn): Promise<SectionsAnswer> =>
  read(one.sections.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readPayments = ({ park, signal }: Reading): Promise<{ payments: readonly Payment[] }> =>
  read(one.payments.$get({ param: { park }, query: {} }, { init: { signal } }));

export const readMilestones = ({ park, signal }: Reading): Promise<{ milestones: readonly MilestoneAnswer[] }> =>
  read(one.milestones.$get({ param: { park }, query: {} }, { init: { signal } }));

export const readTargets = ({ park, on, signal }: ReadingOn): Promise<TargetsAnswer> =>
  read(one.targets.$get({ param: { park }, query: { on } }, { init: { signal } }));

export const readFunds = ({ park, on, signal }: ReadingOn): Promise<FundsAnswer> =>
  read(one.funds.$get({ param: { park }, query: { on } }, { init: { signal } }));

export type LayerName = 'base' | 'plan-versions' | 'survey' | 'phases' | 'zones' | 'parcels' | 'roads' | 'works';

/** A map layer is GeoJSON whose properties are fixed by data/geo/README.md. */
export async function readLayer<Fields>(
  { park, signal }: Reading,
  layer: LayerName,
  plan?: string,
): Promise<Layer<Fields>> {
  const query = plan === undefined ? {} : { plan };
  return (await read(
    one.layers[':layer'].$get({ param: { park, layer }, query }, { init: { signal } }),
  )) as Layer<Fields>;
}

export interface Order {
  park: string;
  /** Who gives it: refused when somebody else is signed in by the time it arrives. */
  person?: string | null;
  id: string;
  basedOn: number;
  input: object;
  preview: boolean;
  reason?: string | null;
  documents?: readonly string[];
  /** In a preview of several parcels: leave out those that cannot. */
  partial?: boolean;
  signal?: AbortSignal;
}

/** Gives a command, or asks what it would do. The same id with the same body is answered once. */
export async function giveCommand(command: CommandName, order: Order): Promise<CommandAnswer> {
  const { park, person, signal, ...body } = order;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (person) headers['x-yuantu-person'] = person;
  const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) };
  const path = `/api/parks/${encodeURIComponent(park)}/commands/${command}`;
  return (await read(fetch(path, init))) as CommandAnswer;
}

interface ReadingKnown extends ReadingOn {
  /** The last day whose facts count as known; it may lie after the last record. */
  known: Day | undefined;
}

export const readReadiness = ({ park, on, known, signal }: ReadingKnown): Promise<ReadinessAnswer> =>
  read(one.readiness.$get({ param: { park }, query: { on, known } }, { init: { signal } }));

export const readParcelReadiness = (
  { park, on, known, signal }: ReadingKnown,
  parcel: string,
): Promise<ParcelReadinessAnswer> =>
  read(one.readiness[':parcel'].$get({ param: { park, parcel }, query: { on, known } }, { init: { signal } }));

export const readBatches = ({ park, on, known, signal }: ReadingKnown): Promise<BatchesAnswer> =>
  read(one.batches.$get({ param: { park }, query: { on, known } }, { init: { signal } }));

/** What is late, and what would be if a work or a road came some days later. */
export const readRisks = (
  { park, on, known, signal }: ReadingKnown,
  delay: { kind: 'work' | 'road'; code: string; days: number } | null,
): Promise<RisksAnswer> => {
  const assumed = delay === null ? {} : { [delay.kind]: delay.code, days: String(delay.days) };
  return read(one.risks.$get({ param: { park }, query: { on, known, ...assumed } }, { init: { signal } }));
};

/** Whether the land of a plan version adds up, and where it does not. */
export const readLedger = ({ park, signal }: Reading, plan: string) =>
  read(one.ledger.$get({ param: { park }, query: { plan } }, { init: { signal } }));
export type LedgerAnswer = Awaited<ReturnType<typeof readLedger>>;

interface ReadingSpan extends Reading {
  from: Day;
  to: Day;
}

export const readCurve = ({ park, from, to, signal }: ReadingSpan, phase: string | null): Promise<CurveAnswer> =>
  read(
    one.account.curve.$get(
      { param: { park }, query: { from, to, ...(phase === null ? {} : { phase }) } },
      { init: { signal } },
    ),
  );

export const readComparison = ({ park, from, to, signal }: ReadingSpan): Promise<ComparisonAnswer> =>
  read(one.account.compare.$get({ param: { park }, query: { from, to } }, { init: { signal } }));

/** The yearly report, or the digest for the Monday meeting. */
export const readReport = ({ park, on, signal }: ReadingOn, kind: ReportDocument['kind']): Promise<ReportDocument> => {
  const route = kind === 'yearly' ? one.report : one.digest;
  return read(route.$get({ param: { park }, query: { on } }, { init: { signal } }));
};

interface Answer<T> {
  ok: boolean;
  status: number;
  url: string;
  headers: Pick<Headers, 'get'>;
  json: () => Promise<T>;
}

export const readSession = (): Promise<{ person: Person | null }> => read(api.session.$get());

/** Signs in. */
export const openSession = (json: {
  username: string;
  password: string;
  remember: boolean;
}): Promise<{ person: Person | null }> => read(api.session.$post({ json }));

/** Signs out. */
export const closeSession = (): Promise<unknown> => read(api.session.$delete());

let tellSessionEnded = (): void => undefined;

/** Calls `listener` whenever the server answers that nobody is signed in for what was asked. */
export function onSessionEnded(listener: () => void): void {
  tellSessionEnded = listener;
}

export async function read<T>(pending: Promise<Answer<T>>): Promise<T> {
  return (await answered(pending)).json();
}

/** An answer that is no refusal. Throws a Problem otherwise, or the AbortError of the request. */
export async function answered<One extends Answer<unknown>>(pending: Promise<One>): Promise<One> {
  const response = await pending.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem('http.unreachable', 0);
  });
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'access.sign-in') tellSessionEnded();
    throw problem;
  }
  noteAnswer(response);
  return response;
}
