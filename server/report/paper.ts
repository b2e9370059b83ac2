import { convertMillimetersToTwip } from 'docx';

const of = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});

/** The faces of an official document: 小标宋 is not on every machine, so titles are bold 宋体. */
export const fonts = { title: of('宋体'), heading: of('黑体'), body: of('仿宋'), small: of('宋体') };

/** 二号, 三号, 四号 and small print, in half points. */
export const halfPoints = { title: 44, body: 32, foot: 28, small: 21, table: 17 };

export const millimetres = convertMillimetersToTwip;
