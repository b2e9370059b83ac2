export const doings = ['looking', 'recording'] as const;
export type Doing = (typeof doings)[number];

/** What one open page tells of the person in front of it; without subjects the person is busy with nothing in particular. */
export interface Sighting {
  readonly personId: string;
  readonly name: string;
  readonly subjects: readonly string[];
  readonly doing: Doing;
}

/** Somebody at something, as everybody sees it. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly subject: string;
  readonly doing: Doing;
}

interface Kept extends Sighting {
  readonly client: string;
  readonly untilMilliseconds: number;
}

type Follower = (people: readonly Colleague[]) => void;

interface Board {
  readonly kept: Map<string, Kept>;
  readonly followers: Set<Follower>;
  people: readonly Colleague[];
}

const defaultLifetimeMilliseconds = 35_000;
/** Pages of one person that are remembered at the same time: the oldest is forgotten first. */
const mostPages = 20;

/** Who is at what in every park. What is not told again in time is forgotten; nothing of it is stored. */
export class PresenceBoard {
  readonly #boards = new Map<string, Board>();
  readonly lifetimeMilliseconds: number;
  #sweeping: NodeJS.Timeout | undefined;

  constructor(lifetimeMilliseconds = defaultLifetimeMilliseconds) {
    this.lifetimeMilliseconds = lifetimeMilliseconds;
  }

  /** What a page of a person tells now, instead of what it told before. */
  see(park: string, client: string, sighting: Sighting): void {
    const board = this.#boardOf(park);
    const key = `${sighting.personId}/${client}`;
    board.kept.delete(key);
    if (sighting.subjects.length > 0) {
      const pages = [...board.kept].filter(([, { personId }]) => personId === sighting.personId);
      const [oldest] = pages.length < mostPages ? [] : pages;
      if (oldest) board.kept.delete(oldest[0]);
      board.kept.set(key, { ...sighting, client, untilMilliseconds: performance.now() + this.lifetimeMilliseconds });
      this.#sweepLater();
    }
    this.#tell(board);
  }

  /** Every person once at every subject; who records is not said to be looking too. */
  people(park: string): readonly Colleague[] {
    return this.#boards.get(park)?.people ?? [];
  }

  /** Calls `follower` with everybody whenever that changes, until the returned function is called. */
  follow(park: string, follower: Follower): () => void {
    const { followers } = this.#boardOf(park);
    followers.add(follower);
    return () => void followers.delete(follower);
  }

  #boardOf(park: string): Board {
    const known = this.#boards.get(park);
    if (known) return known;
    const board: Board = { kept: new Map(), followers: new Set(), people: [] };
    this.#boards.set(park, board);
    return board;
  }

  #tell(board: Board): void {
    const people = colleaguesOf(board.kept.values());
    if (JSON.stringify(people) === JSON.stringify(board.people)) return;
    board.people = people;
    for (const follower of board.followers) follower(people);
  }

  #sweepLater(): void {
    clearTimeout(this.#sweeping);
    const first = Math.min(...this.#ends());
    if (!Number.isFinite(first)) return;
    this.#sweeping = setTimeout(() => this.#sweep(), Math.max(0, first - performance.now()) + 1).unref();
  }

  #sweep(): void {
    const now = performance.now();
    for (const board of this.#boards.values()) {
      for (const [key, { untilMilliseconds }] of board.kept) if (untilMilliseconds <= now) board.kept.delete(key);
      this.#tell(board);
    }
    this.#sweepLater();
  }

  *#ends(): Iterable<number> {
    for (const { kept } of this.#boards.values()) {
      // Kept in the order they were told, so the first ends first.
      for (const { untilMilliseconds } of kept.values()) {
        yield untilMilliseconds;
        break;
      }
    }
  }
}

function colleaguesOf(kept: Iterable<Kept>): Colleague[] {
  const found = new Map<string, Colleague>();
  for (const { personId, name, subjects, doing } of kept) {
    for (const subject of subjects) {
      const key = `${subject}\n${personId}`;
      if (found.get(key)?.doing !== 'recording') found.set(key, { personId, name, subject, doing });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, colleague]) => colleague);
}
