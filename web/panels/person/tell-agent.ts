/** What a browser says of itself, from the most particular: most also say they are Chrome or Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/M?QQBrowser\//, 'QQ'],
  [/UCBrowser\//, 'UC'],
  [/HuaweiBrowser\//, 'Huawei'],
  [/MiuiBrowser\//, 'MIUI'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/UOS|UnionTech/, 'UOS'],
  [/Kylin/, 'Kylin'],
  [/Linux|X11/, 'Linux'],
];

export interface Agent {
  readonly browser: string | null;
  readonly system: string | null;
}

/** Reads a User-Agent header: which browser on which system, each null when it is not known. */
export function tellAgent(agent: string | null): Agent {
  const firstOf = (known: typeof browsers) => known.find(([sign]) => sign.test(agent ?? ''))?.[1] ?? null;
  return { browser: firstOf(browsers), system: firstOf(systems) };
}
