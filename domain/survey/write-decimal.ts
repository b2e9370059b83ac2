/** A number with so many decimals, rounded to the nearest, without exponent: 39532610.42 to three is "39532610.420". */
export function writeDecimal(value: number, decimals: number): string {
  const whole = Math.round(Math.abs(value) * 10 ** decimals);
  if (!Number.isSafeInteger(whole)) return value.toFixed(decimals);
  const digits = String(whole).padStart(decimals + 1, '0');
  const sign = value < 0 && whole > 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
