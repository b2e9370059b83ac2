/**
 * Writes items in portions, one after the other. `prepare` makes what is written of a portion while the database still
 * works on the one before.
 */
export async function writePortions<Item, Prepared>(
  items: readonly Item[],
  itemsPerPortion: number,
  prepare: (portion: readonly Item[]) => Prepared,
  write: (prepared: Prepared) => Promise<void>,
): Promise<void> {
  let written = Promise.resolve();
  for (let from = 0; from < items.length; from += itemsPerPortion) {
    const prepared = prepare(items.slice(from, from + itemsPerPortion));
    await written;
    written = write(prepared);
    // Heard of at the next turn; until then a failure is nobody's.
    written.catch(() => undefined);
  }
  await written;
}
