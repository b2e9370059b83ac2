/** Divides integers and rounds half away from zero, exactly. */
export function divideHalfUp(numerator: number, denominator: number): number {
  const magnitude = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return numerator < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** Rounds half away from zero as written in decimals: 1.005 to two decimals is 1.01. */
export function roundHalfUp(value: number, decimals: number): number {
  const [digits = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return Math.sign(value) * Number(`${scaled}e${-decimals}`);
}

/** 1234.5 → `1,234.50`. */
export function formatNumber(value: number, decimals: number): string {
  return group(roundHalfUp(value, decimals).toFixed(decimals));
}

/** An integer count of the last decimal place: 123450 with two decimals → `1,234.50`. */
export function formatScaled(units: number, decimals: number): string {
  const sign = units < 0 ? '-' : '';
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${sign}${group(whole)}${fraction}`;
}

/** A share of a whole as `31.64`; the sign is added by the message. */
export function formatPercent(part: number, whole: number, decimals = 1): string {
  return whole === 0 ? '0' : formatNumber((part / whole) * 100, decimals);
}

function group(digits: string): string {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
