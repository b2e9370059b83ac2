/** Coefficients of 1, x, x², …; operations keep the length of the first operand. */
export type Series = readonly number[];

export function plus(a: Series, b: Series): Series {
  return a.map((value, power) => value + (b[power] ?? 0));
}

export function scaled(a: Series, factor: number): Series {
  return a.map((value) => value * factor);
}

export function times(a: Series, b: Series): Series {
  return a.map((_, power) => {
    let sum = 0;
    for (let left = 0; left <= power; left += 1) sum += a[left]! * (b[power - left] ?? 0);
    return sum;
  });
}

/** The quotient of two series; the divisor must not be zero at x = 0. */
export function over(a: Series, b: Series): Series {
  const quotient: number[] = [];
  for (let power = 0; power < a.length; power += 1) {
    let rest = a[power]!;
    for (let left = 0; left < power; left += 1) rest -= quotient[left]! * (b[power - left] ?? 0);
    quotient.push(rest / b[0]!);
  }
  return quotient;
}

/** The derivative, with a last coefficient of zero in place of the unknown one. */
export function derivative(a: Series): Series {
  return a.map((_, power) => (power + 1) * (a[power + 1] ?? 0));
}

/** The solution of y' = slope(y) with y(0) = start; `slope` may use each coefficient of y only up to the same power. */
export function solution(start: number, length: number, slope: (y: Series) => Series): Series {
  const y = Array.from({ length }, () => 0);
  y[0] = start;
  for (let power = 0; power + 1 < length; power += 1) y[power + 1] = slope(y)[power]! / (power + 1);
  return y;
}
