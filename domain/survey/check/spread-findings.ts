/** At most so many findings, in their order: of every code its first ones, as many of each as there is room for. */
export function spreadFindings<Finding extends { readonly code: string }>(
  findings: readonly Finding[],
  most: number,
): readonly Finding[] {
  if (findings.length <= most) return findings;
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const room = new Map<string, number>();
  let [left, codes] = [most, counts.size];
  for (const [code, count] of [...counts].sort(([, a], [, b]) => a - b)) {
    const share = Math.min(count, Math.floor(left / codes));
    room.set(code, share);
    left -= share;
    codes -= 1;
  }
  return findings.filter(({ code }) => {
    const free = room.get(code) ?? 0;
    room.set(code, free - 1);
    return free > 0;
  });
}
