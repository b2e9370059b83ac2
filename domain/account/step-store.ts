/** Steps (a day number and a mask) of many parcels in two arrays, each parcel's in order of days. */
export class StepStore {
  #starts: Int32Array;
  #lengths: Int32Array;
  #rooms: Int32Array;
  #days: Int32Array;
  #masks: Int32Array;
  #end = 0;

  constructor(parcelCount: number) {
    this.#starts = new Int32Array(parcelCount);
    this.#lengths = new Int32Array(parcelCount);
    this.#rooms = new Int32Array(parcelCount);
    this.#days = new Int32Array(parcelCount * 8);
    this.#masks = new Int32Array(parcelCount * 8);
  }

  /** Replaces the steps of a parcel. They take their old place when they fit, else a new one at the end. */
  put(parcel: number, steps: readonly (readonly [dayNumber: number, mask: number])[]): void {
    if (parcel >= this.#rooms.length) this.#welcome(parcel);
    if (steps.length > this.#rooms[parcel]!) {
      this.#starts[parcel] = this.#end;
      this.#rooms[parcel] = steps.length;
      this.#end += steps.length;
      this.#grow();
    }
    this.#lengths[parcel] = steps.length;
    let at = this.#starts[parcel]!;
    for (const [day, mask] of steps) {
      this.#days[at] = day;
      this.#masks[at] = mask;
      at += 1;
    }
  }

  /** Calls `see` for every step of a parcel with the mask before it (0 before the first). */
  each(parcel: number, see: (dayNumber: number, before: number, mask: number) => void): void {
    const start = this.#starts[parcel]!;
    const end = start + this.#lengths[parcel]!;
    for (let at = start; at < end; at += 1)
      see(this.#days[at]!, at === start ? 0 : this.#masks[at - 1]!, this.#masks[at]!);
  }

  /** The mask of a parcel on a day; 0 before its first step. */
  maskOn(parcel: number, dayNumber: number): number {
    const start = this.#starts[parcel]!;
    let at = start + this.#lengths[parcel]! - 1;
    while (at >= start && this.#days[at]! > dayNumber) at -= 1;
    return at < start ? 0 : this.#masks[at]!;
  }

  #grow(): void {
    if (this.#end <= this.#days.length) return;
    const size = Math.max(this.#end, this.#days.length * 2);
    this.#days = grown(this.#days, size);
    this.#masks = grown(this.#masks, size);
  }

  #welcome(parcel: number): void {
    const size = Math.max(parcel + 1, this.#rooms.length * 2);
    this.#starts = grown(this.#starts, size);
    this.#lengths = grown(this.#lengths, size);
    this.#rooms = grown(this.#rooms, size);
  }
}

function grown(array: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}
