/** What is wrong with the words given at the terminal, as one sentence; ends the program with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
