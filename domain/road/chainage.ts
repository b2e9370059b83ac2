const pattern = /^([A-Z]{0,3})K(\d+)\+(\d{1,3}(?:\.\d{1,3})?)$/i;

/** Metres as a chainage mark: 1700 → `K1+700`, 62.5 → `K0+062.5`. */
export function formatChainage(metres: number): string {
  const millimetres = Math.round(metres * 1000);
  const kilometres = Math.floor(millimetres / 1_000_000);
  const rest = millimetres - kilometres * 1_000_000;
  const whole = String(Math.floor(rest / 1000)).padStart(3, '0');
  const fraction =
    rest % 1000 === 0
      ? ''
      : `.${String(rest % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`;
  return `K${kilometres}+${whole}${fraction}`;
}

/** A chainage mark (`K1+700`, full-width signs allowed) or plain metres (`1700`) as metres; null when it is neither. */
export function parseChainage(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (/^\d{1,7}(\.\d{1,3})?$/.test(plain)) return Number(plain);
  const match = pattern.exec(plain);
  return match ? Math.round(Number(match[2]) * 1_000_000 + Number(match[3]) * 1000) / 1000 : null;
}
