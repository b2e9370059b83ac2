export interface Terminal {
  /** What was asked for. */
  readonly print: (content: Uint8Array | string) => void;
  /** What is said besides. */
  readonly say: (line: string) => void;
}
