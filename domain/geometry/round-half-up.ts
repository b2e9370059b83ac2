/** Divides whole numbers and rounds halves away from zero, exactly while |numerator| < 2^52. */
export function divideHalfUp(numerator: number, denominator: number): number {
  const magnitude = Math.abs(numerator);
  const rest = magnitude % denominator;
  const quotient = (magnitude - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
  return numerator < 0 ? 0 - quotient : quotient;
}

/** Rounds halves away from zero as the number is written in decimals: 1.005 to two decimals is 1.01. */
export function roundHalfUp(value: number, decimals: number): number {
  if (!(Math.abs(value) < Number.MAX_SAFE_INTEGER)) return value;
  const [digits = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return Math.sign(value) * Number(`${rounded}e${-decimals}`) + 0;
}
