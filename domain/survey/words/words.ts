/** One sentence with {names} of the numbers in it. */
export type Words = readonly [zh: string, en: string];
export type Language = 'zh' | 'en';
