const megabyte = 1024 * 1024;

/** How much of a stranger's file is read before it is refused; every refusal names the limit it passed. */
export interface SurveyLimits {
  readonly fileBytes: number;
  /** Entries of a zip, and bytes of one and of all of them together once inflated. */
  readonly entries: number;
  readonly entryBytes: number;
  readonly inflatedBytes: number;
  /** Times an entry may grow; real survey data is packed 3 to 12 times, empty sheets up to 100. */
  readonly ratio: number;
  readonly features: number;
  readonly points: number;
  readonly seconds: number;
  readonly memoryMegabytes: number;
}

export const surveyLimits: SurveyLimits = {
  fileBytes: 200 * megabyte,
  entries: 1000,
  entryBytes: 400 * megabyte,
  inflatedBytes: 600 * megabyte,
  ratio: 200,
  features: 500_000,
  points: 5_000_000,
  seconds: 120,
  memoryMegabytes: 1024,
};
