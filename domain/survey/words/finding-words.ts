import type { FindingCode } from '../check/finding.ts';
import type { Words } from './words.ts';

/** What the geometry check says, in Chinese and English. */
export const findingWords: Readonly<Record<FindingCode, Words>> = {
  'no-land': ['没有图形', 'No land'],
  'corner-not-finite': ['有 {corners} 个界址点坐标不是有效数字', '{corners} corners are no numbers'],
  'corner-out-of-range': [
    '有 {corners} 个界址点超出范围（距原点 {reachMetres} 米以外）',
    '{corners} corners are farther than {reachMetres} m from the park',
  ],
  'ring-unclosed': ['圈未闭合，读取时已补闭合', 'The ring was open; the reader closed it'],
  'ring-too-short': ['圈只有 {corners} 个不同的点', 'The ring has only {corners} different corners'],
  'duplicate-corner': ['界址点重复', 'The corner stands twice'],
  'near-corner': [
    '与前一点仅相距 {distanceMillimetres} 毫米',
    'Only {distanceMillimetres} mm from the corner before it',
  ],
  spike: [
    '尖刺：夹角 {angleDegrees}°，宽 {widthMillimetres} 毫米，长 {lengthMillimetres} 毫米',
    'Spike of {angleDegrees}°, {widthMillimetres} mm wide, {lengthMillimetres} mm long',
  ],
  'self-crossing': [
    '界线自相交（与第 {otherCorner} 点后的边）',
    'The boundary crosses itself (edge behind corner {otherCorner})',
  ],
  'self-touching': ['界线自接触（第 {otherCorner} 点处）', 'The boundary touches itself (at corner {otherCorner})'],
  'zero-area': ['各点在一条线上，没有面积', 'All corners lie on one line: no area'],
  'tiny-area': ['面积仅 {squareMetres} 平方米', 'Only {squareMetres} m²'],
  'sliver-part': [
    '狭长碎片：平均宽 {meanWidthMillimetres} 毫米，面积 {squareMetres} 平方米',
    'Sliver: {meanWidthMillimetres} mm wide on average, {squareMetres} m²',
  ],
  'hole-winding': ['内圈与外圈方向相同', 'The hole runs the same way as its outer ring'],
  'hole-outside': [
    '内圈在外圈之外（{outsideSquareMetres} 平方米）',
    'The hole lies outside its outer ring ({outsideSquareMetres} m²)',
  ],
  'hole-crossing-shell': [
    '内圈越过外圈（{outsideSquareMetres} 平方米在外）',
    'The hole crosses its outer ring ({outsideSquareMetres} m² outside)',
  ],
  'hole-in-hole': ['内圈套在另一内圈中（{squareMetres} 平方米）', 'A hole lies in another hole ({squareMetres} m²)'],
  'holes-overlap': ['两个内圈重叠 {squareMetres} 平方米', 'Two holes overlap by {squareMetres} m²'],
  'duplicate-part': ['该部分与第 {otherPart} 部分相同', 'The part is the same as part {otherPart}'],
  'parts-overlap': [
    '与第 {otherPart} 部分重叠 {squareMetres} 平方米',
    'Overlaps part {otherPart} by {squareMetres} m²',
  ],
  multipart: ['由 {parts} 部分组成', 'Has {parts} parts'],
  'code-missing': ['没有地块编号', 'No parcel code'],
  'code-duplicate': ['地块编号 {code} 重复', 'Parcel code {code} is used twice'],
  'code-unfit': ['地块编号 {code} 不合编号规则', 'Parcel code {code} does not fit the numbering'],
  'declared-area': [
    '申报 {declared}（{unit}）与计算 {computedSquareMetres} 平方米不符，相差 {differenceSquareMetres} 平方米',
    'Declared {declared} ({unit}) against computed {computedSquareMetres} m²: differs by {differenceSquareMetres} m²',
  ],
  'duplicate-feature': ['与 {other} 图形完全相同', 'Same boundary as {other}'],
  overlap: ['与 {other} 重叠 {squareMetres} 平方米', 'Overlaps {other} by {squareMetres} m²'],
  'gap-sliver': [
    '地块间细缝：{squareMetres} 平方米，平均宽 {meanWidthMillimetres} 毫米',
    'Narrow gap between parcels: {squareMetres} m², {meanWidthMillimetres} mm wide on average',
  ],
  'gap-enclosed': [
    '{features} 宗地块围出的空白：{squareMetres} 平方米',
    'Land nobody has, enclosed by {features} parcels: {squareMetres} m²',
  ],
  't-junction': [
    '{other} 的界址点在本地块边上，本地块此处无点',
    'A corner of {other} lies on this edge, which has none there',
  ],
  'near-edge': [
    '{other} 的界址点距本地块边 {distanceMillimetres} 毫米',
    'A corner of {other} misses this edge by {distanceMillimetres} mm',
  ],
  'near-corners': [
    '与 {other} 的界址点相距 {distanceMillimetres} 毫米，应为同一点',
    '{distanceMillimetres} mm from a corner of {other}: should be one',
  ],
  'outside-outline': ['有 {outsideSquareMetres} 平方米在园区范围之外', '{outsideSquareMetres} m² outside the park'],
  'overlap-existing': [
    '与现有地块 {parcel} 重叠 {squareMetres} 平方米',
    'Overlaps the existing parcel {parcel} by {squareMetres} m²',
  ],
  'check-incomplete': ['图形过于复杂，未全部检查', 'Too intricate to be checked completely'],
};
