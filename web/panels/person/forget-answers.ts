const storedAnswers = 'yuantu-answers';

/** Deletes the answers that were kept for times without a network: the next person at this device must not see them. */
export async function forgetAnswers(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(storedAnswers)).map((name) => caches.delete(name)));
}
