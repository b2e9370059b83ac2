/** `numerator / denominator` to so many decimals, rounded half up exactly, without trailing zeros. Takes whole numbers. */
export function sayFraction(numerator: number, denominator: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const [top, bottom] = [BigInt(numerator) * scale * 2n, BigInt(denominator)];
  const isNegative = top < 0n !== bottom < 0n;
  const size = (abs(top) + abs(bottom)) / (abs(bottom) * 2n);
  const digits = String(size).padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - decimals);
  return `${isNegative && size > 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A decimal number as it is written, up to three decimals. */
export function sayDecimal(value: number): string {
  return sayFraction(Math.round(value * 1000), 1000, 3);
}

/** 10000 → `1万`; what has more than two decimals in 万 stays as it is. */
export function sayInWan(value: number): string {
  return value >= 10_000 && value % 100 === 0 ? `${sayFraction(value, 10_000, 2)}万` : sayDecimal(value);
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 4 → `四`; beyond ten in Arabic digits. */
export function sayCount(count: number): string {
  return digits[count] ?? String(count);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
