import { Problem } from '../http/problem.ts';

export interface FeedLimits {
  /** Many may share one address: an office behind one router. */
  readonly mostPerAddress: number;
  readonly mostInAll: number;
  /** After how much silence a feed says that it is still there, and asks whether its follower may still follow. */
  readonly beatMilliseconds: number;
}

const defaultLimits: FeedLimits = { mostPerAddress: 200, mostInAll: 2_000, beatMilliseconds: 20_000 };
const waitSeconds = 30;

/** How many change feeds are open, so that nobody can take all connections. */
export class OpenFeeds {
  readonly limits: FeedLimits;
  readonly #byAddress = new Map<string, number>();
  #count = 0;

  constructor(limits: Partial<FeedLimits> = {}) {
    this.limits = { ...defaultLimits, ...limits };
  }

  get count(): number {
    return this.#count;
  }

  /** Counts a feed until the returned function is called. Throws Problem 429 or 503 when there are too many. */
  enter(address: string): () => void {
    const ofAddress = this.#byAddress.get(address) ?? 0;
    if (ofAddress >= this.limits.mostPerAddress)
      throw new Problem({ status: 429, code: 'http.too-many-requests', detail: { waitSeconds } });
    if (this.#count >= this.limits.mostInAll)
      throw new Problem({ status: 503, code: 'http.unavailable', detail: { waitSeconds } });
    this.#byAddress.set(address, ofAddress + 1);
    this.#count += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#count -= 1;
      const left = (this.#byAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#byAddress.set(address, left);
      else this.#byAddress.delete(address);
    };
  }
}
