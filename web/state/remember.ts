/** A reader's own setting; a browser that forbids storage simply forgets it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`yuantu.${name}`);
    else localStorage.setItem(`yuantu.${name}`, value);
  } catch {
    return;
  }
}

export function recall<T extends string>(name: string, allowed: readonly T[]): T | null {
  const stored = recallText(name);
  return allowed.find((value) => value === stored) ?? null;
}

export function recallText(name: string): string | null {
  try {
    return localStorage.getItem(`yuantu.${name}`);
  } catch {
    return null;
  }
}
