/** A sum of integers and fractions kept as two doubles (about 106 bits); the rounding happens once, when it is read. */
export class ExactSum {
  #high = 0;
  #low = 0;

  add(value: number): void {
    const sum = this.#high + value;
    const share = sum - this.#high;
    this.#low += this.#high - (sum - share) + (value - share);
    this.#high = sum;
  }

  /** Adds (a·b + c·d) / divisor. */
  addQuotient(a: number, b: number, c: number, d: number, divisor: number): void {
    const first = a * b;
    const second = c * d;
    const high = first + second;
    const share = high - first;
    const low = first - (high - share) + (second - share) + productError(a, b, first) + productError(c, d, second);
    const quotient = (high + low) / divisor;
    const back = quotient * divisor;
    const rest = high - back - productError(quotient, divisor, back) + low;
    this.add(quotient);
    this.#low += rest / divisor;
  }

  get value(): number {
    return this.#high + this.#low;
  }
}

/** a·b − product without error (Veltkamp and Dekker), for values below 1e150. */
function productError(a: number, b: number, product: number): number {
  const aSplit = 134_217_729 * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = 134_217_729 * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}
