const daysPerMark = 32;

interface Running {
  /** Days on which something moves, in order. */
  readonly days: readonly number[];
  /** What has moved before every 32nd of them. */
  readonly marks: readonly Float64Array[];
}

/** Rows of amounts that come and go on days, summed up to any day. Sums of integers below 2^53 are exact. */
export class DaySums {
  readonly #width: number;
  readonly #moves = new Map<number, Float64Array>();
  #running: Running | null = null;

  constructor(width: number) {
    this.#width = width;
  }

  /** The rows to which an amount that moves on a day is to be added, each and at once. */
  from(dayNumber: number): Float64Array[] {
    const moves = this.#moves.get(dayNumber);
    if (!moves) {
      const fresh = new Float64Array(this.#width);
      this.#moves.set(dayNumber, fresh);
      this.#running = null;
      return [fresh];
    }
    if (!this.#running) return [moves];
    const { days, marks } = this.#running;
    return [moves, ...marks.filter((_, mark) => mark > 0 && dayNumber <= days[mark * daysPerMark - 1]!)];
  }

  /** Everything that moved up to a day, that day included. */
  upTo(dayNumber: number): Float64Array {
    const { days, marks } = (this.#running ??= this.#run());
    const count = days.findLastIndex((day) => day <= dayNumber) + 1;
    const mark = Math.floor(count / daysPerMark);
    const sums = marks[mark]!.slice();
    for (const day of days.slice(mark * daysPerMark, count)) this.#addTo(sums, day);
    return sums;
  }

  #run(): Running {
    const days = [...this.#moves.keys()].sort((a, b) => a - b);
    const sums = new Float64Array(this.#width);
    const marks = [sums.slice()];
    days.forEach((day, index) => {
      this.#addTo(sums, day);
      if ((index + 1) % daysPerMark === 0) marks.push(sums.slice());
    });
    return { days, marks };
  }

  #addTo(sums: Float64Array, day: number): void {
    const moves = this.#moves.get(day)!;
    for (let place = 0; place < sums.length; place += 1) sums[place]! += moves[place]!;
  }
}
