import type { Words } from './words.ts';

/** What readers mended or left out. */
export const readingWords: Readonly<Record<string, Words>> = {
  'text.bad-bytes': [
    '文件中有 {count} 处无法按所用编码识别的字符',
    "{count} characters could not be read in the file's encoding",
  ],
  'text.full-width': [
    '第 {line} 行使用了全角符号，已按半角读取',
    'Line {line} uses full-width marks; read as half-width',
  ],
  'text.more-notes': ['另有 {count} 条同类提示（{of}）', '{count} more notes of the same kind ({of})'],
  'text.unwritable': [
    '下列字符无法用所选编码写出：{characters}；可改用 UTF-8',
    'These characters cannot be written in this encoding: {characters}; UTF-8 can',
  ],
  'txt.no-parcels': ['文件中没有地块', 'The file has no parcels'],
  'txt.line-too-long': [
    '第 {line} 行超过 {longest} 个字符，已跳过',
    'Line {line} is longer than {longest} characters and was skipped',
  ],
  'txt.row-unreadable': ['第 {line} 行无法识别：{text}', 'Line {line} could not be read: {text}'],
  'txt.parcel-row-missing': [
    '第 {line} 行的坐标前没有地块说明行',
    'The coordinates from line {line} have no parcel row before them',
  ],
  'txt.kind-missing': [
    '第 {line} 行未注明点、线、面，按面读取',
    'Line {line} does not say point, line or area; read as an area',
  ],
  'txt.count-differs': [
    '声明 {declared} 个界址点，实有 {rows} 行（{rings} 圈）',
    '{declared} corners declared, {rows} rows in {rings} rings found',
  ],
  'txt.ring-unclosed': [
    '第 {ring} 圈未闭合（相差 {gapMillimetres} 毫米），已自动闭合',
    'Ring {ring} was not closed (gap {gapMillimetres} mm); it has been closed',
  ],
  'txt.closing-row-differs': [
    '第 {line} 行的闭合点 {name} 与首点相差 {gapMillimetres} 毫米，未采用',
    'The closing row {name} in line {line} is {gapMillimetres} mm from the first corner and was left out',
  ],
  'txt.row-implausible': [
    '第 {line} 行 {name} 的坐标（{north}，{east}）远离本地块，未采用',
    'Corner {name} in line {line} ({north}, {east}) is far from its parcel and was left out',
  ],
  'txt.ring-too-short': [
    '第 {ring} 圈只有 {corners} 个界址点，已跳过',
    'Ring {ring} has only {corners} corners and was skipped',
  ],
  'txt.line-too-short': ['第 {ring} 段线少于两个点，已跳过', 'Line {ring} has fewer than two points and was skipped'],
  'txt.rings-too-many': [
    '{rings} 圈的嵌套过于复杂，部分圈按外圈处理',
    '{rings} rings lie in one another in too many ways; some were taken as outer rings',
  ],
  'txt.without-place': ['该地块没有可用的界址点', 'This record has no usable corners'],
  'txt.field-altered': [
    '“{written}”中的逗号、换行或 @ 已改为全角或空格',
    'A comma, line break or @ in "{written}" was made full-width or a blank',
  ],
  'table.no-rows': ['文件中没有坐标行', 'The file has no rows of coordinates'],
  'table.line-too-long': ['第 {line} 行过长，已跳过', 'Line {line} is too long and was skipped'],
  'table.row-unreadable': ['第 {line} 行无法识别：{text}', 'Line {line} could not be read: {text}'],
  'table.shape-guessed': [
    '{rows} 行坐标按 {as}（area 面 / points 点）读取，请确认',
    '{rows} rows were taken as {as}; please confirm',
  ],
  'geojson.truncated': [
    '文件不完整：在第 {line} 行第 {column} 列处中断',
    'The file breaks off at line {line}, column {column}',
  ],
  'geojson.not-json': [
    '第 {line} 行第 {column} 列不是有效的 JSON（“{found}”）',
    'Not JSON at line {line}, column {column}: “{found}”',
  ],
  'geojson.too-deep': [
    '第 {line} 行第 {column} 列嵌套过深，不是 GeoJSON',
    'Nested too deep at line {line}, column {column}: no GeoJSON',
  ],
  'geojson.duplicate-key': [
    '第 {line} 行键“{key}”重复（共 {count} 处），以最后一个为准',
    'Key “{key}” stands twice (line {line}, {count} in all); the last one counts',
  ],
  'geojson.not-geojson': ['不是 GeoJSON（类型：{type}）', 'No GeoJSON (type: {type})'],
  'geojson.structure': ['第 {record} 条记录的图形无法读取：{message}', 'Record {record} cannot be read: {message}'],
  'geojson.ring-unclosed': [
    '第 {record} 条记录第 {ring} 圈未闭合，已补闭合（缺口 {gap}，文件单位）',
    'Ring {ring} of record {record} was open and has been closed (gap {gap} in units of the file)',
  ],
  'geojson.ring-empty': [
    '第 {record} 条记录有 {rings} 个空圈，已略去',
    'Record {record} had {rings} empty rings, left out',
  ],
  'geojson.height-dropped': ['第 {record} 条记录的高程未采用', 'Heights of record {record} are not used'],
  'geojson.mixed-geometry': [
    '第 {record} 条记录含 {kinds} 种图形，已分开',
    'Record {record} holds {kinds} kinds of geometry and was taken apart',
  ],
  'table.ring-unclosed': [
    '第 {ring} 圈未闭合（相差 {gapMillimetres} 毫米），已自动闭合',
    'Ring {ring} was not closed (gap {gapMillimetres} mm); it has been closed',
  ],
  'table.closing-row-differs': [
    '第 {line} 行的闭合点 {name} 与首点相差 {gapMillimetres} 毫米，未采用',
    'The closing row {name} in line {line} is {gapMillimetres} mm from the first corner and was left out',
  ],
  'table.row-implausible': [
    '第 {line} 行 {name} 的坐标（{north}，{east}）远离本地块，未采用',
    'Corner {name} in line {line} ({north}, {east}) is far from its parcel and was left out',
  ],
  'table.ring-too-short': [
    '第 {ring} 圈只有 {corners} 个界址点，已跳过',
    'Ring {ring} has only {corners} corners and was skipped',
  ],
  'table.line-too-short': ['第 {ring} 段线少于两个点，已跳过', 'Line {ring} has fewer than two points and was skipped'],
  'table.rings-too-many': [
    '{rings} 圈的嵌套过于复杂，部分圈按外圈处理',
    '{rings} rings lie in one another in too many ways; some were taken as outer rings',
  ],
  'table.without-place': ['该地块没有可用的界址点', 'This record has no usable corners'],
};
