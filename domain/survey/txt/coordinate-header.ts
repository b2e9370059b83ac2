import { headerSection, sectionKey } from './header-blocks.ts';

export interface HeaderFacts {
  readonly producer: string;
  /** The day the data was made, yyyy-MM-dd. */
  readonly day: string;
  readonly datum: 'cgcs2000' | 'xian80' | 'beijing54';
  readonly bandDegrees: 3 | 6;
  readonly zone: number;
}

const datumNames = {
  cgcs2000: '2000国家大地坐标系',
  xian80: '1980西安坐标系',
  beijing54: '1954北京坐标系',
} as const;

/** The block [属性描述] of a file in metres to the millimetre, keys in the usual order, as `writeCoordinateTxt` takes it. */
export function coordinateHeader({ producer, day, datum, bandDegrees, zone }: HeaderFacts): Record<string, string> {
  return {
    [sectionKey]: headerSection,
    格式版本号: '1.01版本',
    数据产生单位: producer,
    数据产生日期: day,
    坐标系: datumNames[datum],
    几度分带: String(bandDegrees),
    投影类型: '高斯克吕格',
    计量单位: '米',
    带号: String(zone),
    精度: '0.001',
    转换参数: ',,,,,,',
  };
}
