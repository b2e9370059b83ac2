import type { Words } from './words.ts';

/** What is said of files that are no plain text: archives, shapefiles, drawings, limits. */
export const fileWords: Readonly<Record<string, Words>> = {
  'survey.wrong-extension': [
    '文件扩展名为 {extension}，内容实为 {format}',
    'The name ends in {extension}, but the file is {format}',
  ],
  'survey.reader-complained': ['读取程序提示：{message}', 'The reader said: {message}'],
  'survey.no-features': ['文件中没有记录', 'The file has no records'],
  'survey.format-unknown': ['无法识别文件格式（{names}）', 'Nothing here reads this file ({names})'],
  'survey.format-known-unread': [
    '不能读取 {format} 文件，请另存为支持的格式',
    '{format} files cannot be read; save it in a supported format',
  ],
  'survey.file-too-large': ['文件 {bytes} 字节，超过上限 {most}', 'The file has {bytes} bytes; {most} are allowed'],
  'survey.too-many-features': ['记录超过 {most} 条', 'More than {most} records'],
  'survey.too-many-points': ['点数超过 {most}', 'More than {most} points'],
  'survey.too-slow': ['处理超过 {seconds} 秒，已中止', 'It took more than {seconds} seconds and was ended'],
  'survey.too-much-memory': [
    '内存超过 {megabytes} MB，已中止',
    'It needed more than {megabytes} MB of memory and was ended',
  ],
  'survey.cancelled': ['已取消', 'Called off'],
  'survey.reader-failed': ['读取程序出错：{message}', 'The reader failed: {message}'],
  'survey.damaged': ['文件已损坏（{message}）', 'The file is damaged ({message})'],
  'zip.damaged': ['压缩包已损坏（{name}）', 'The zip is damaged ({name})'],
  'zip.size-differs': ['压缩包已损坏（{name}）', 'The zip is damaged ({name})'],
  'zip.encrypted': ['压缩包已加密（{name}）', 'The zip is encrypted ({name})'],
  'zip.method-unknown': [
    '{name} 的压缩方法（{method}）不支持',
    '{name} is packed by a method ({method}) that is not read',
  ],
  'zip.too-many-entries': [
    '压缩包含 {entries} 个文件，上限 {most}',
    'The zip has {entries} entries; {most} are allowed',
  ],
  'zip.too-large': [
    '{name} 解压后 {bytes} 字节，超过上限 {most}',
    '{name} would have {bytes} bytes; {most} are allowed',
  ],
  'zip.ratio': ['{name} 压缩比 {ratio}，超过上限 {most}', '{name} grows {ratio} times; {most} are allowed'],
  'zip.unsafe-name': ['压缩包内有不安全的文件名：{name}', 'The zip has an unsafe name: {name}'],
  'zip.duplicate-name': ['压缩包内文件名重复：{name}', 'The zip has the name {name} twice'],
  'zip.nested': ['压缩包内又有压缩包：{name}', 'The zip holds another archive: {name}'],
  'zip.overlapping': ['压缩包条目重叠（{name}）', 'Entries of the zip share their bytes ({name})'],
  'shapefile.several': [
    '压缩包内有 {count} 个图层，请选择：{names}',
    'The zip holds {count} shapefiles; choose one: {names}',
  ],
  'shapefile.missing-part': ['缺少 .{part} 文件', 'The .{part} file is missing'],
  'shapefile.not-a-shapefile': ['不是 Shapefile', 'This is no shapefile'],
  'shapefile.truncated': [
    '文件不完整：有 {bytes} 字节，应有 {needed}',
    'The file breaks off: {bytes} bytes of {needed}',
  ],
  'shapefile.record-damaged': ['第 {record} 条记录的图形已损坏', 'The shape of record {record} is damaged'],
  'shapefile.type-unknown': [
    '第 {record} 条记录的图形类型 {type} 不支持',
    'The shape type {type} of record {record} is not read',
  ],
  'shapefile.ring-unclosed': [
    '第 {record} 条记录第 {ring} 圈未闭合，已补闭合（缺口 {gap}，文件单位）',
    'Ring {ring} of record {record} was open and has been closed (gap {gap} in units of the file)',
  ],
  'shapefile.ring-too-short': [
    '第 {record} 条记录第 {ring} 圈只有 {corners} 个点，已跳过',
    'Ring {ring} of record {record} has only {corners} corners and was skipped',
  ],
  'shapefile.no-table': ['没有属性表（.dbf）', 'There is no table (.dbf)'],
  'shapefile.table-truncated': [
    '属性表声明 {declared} 条，实有 {records} 条',
    'The table declares {declared} records and has {records}',
  ],
  'shapefile.count-differs': [
    '图形 {shapes} 个，属性 {records} 条',
    '{shapes} shapes and {records} records of the table',
  ],
  'shapefile.deleted-record': [
    '第 {record} 条记录已标记删除，已跳过',
    'Record {record} is marked as deleted and was skipped',
  ],
  'shapefile.cpg-wrong': [
    '.cpg 写明 {cpg}，按内容用 {encoding} 读取',
    'The .cpg says {cpg}; by its content it was read as {encoding}',
  ],
  'shapefile.encoding-guessed': [
    '文字编码推断为 {encoding}，请核对名称',
    'The encoding was taken to be {encoding}; please look at the names',
  ],
  'kml.coordinates-unreadable': [
    '第 {line} 行的坐标无法读取',
    'The coordinates of the placemark in line {line} cannot be read',
  ],
  'geopackage.geometry-unreadable': [
    '第 {record} 条记录的图形无法读取',
    'The geometry of record {record} cannot be read',
  ],
  'flatgeobuf.geometry-unreadable': [
    '第 {record} 条记录的图形无法读取',
    'The geometry of record {record} cannot be read',
  ],
  'dxf.truncated': ['图形文件不完整，最后一个实体已略去', 'The drawing breaks off; its last entity was left out'],
  'dxf.curves': ['{curves} 处弧线按 {degrees}° 折成点', '{curves} curves were drawn as corners, one every {degrees}°'],
  'dxf.paper-space': ['图纸空间的 {entities} 个实体未读取', '{entities} entities of paper space were left out'],
  'dxf.several-codes': [
    '地块内有多个编号，取 {code}，另有 {others}',
    'Several codes lie in the land: {code} was taken, also {others}',
  ],
  'dxf.binary': ['二进制 DXF，请另存为 ASCII DXF', 'A binary DXF; save it as ASCII DXF'],
  'dxf.too-deep': ['图块 {block} 循环引用或嵌套过深', 'Block {block} holds itself or is nested too deep'],
  'xml.entities': ['文件含有文档类型或实体声明，已拒绝', 'The file declares a document type or entities'],
  'xml.too-deep': ['第 {line} 行嵌套超过 {most} 层', 'Nested deeper than {most} levels at line {line}'],
  'write.needs-degrees': [
    'KML 须用经纬度（现为 EPSG:{epsg}）',
    'KML needs longitude and latitude (this is EPSG:{epsg})',
  ],
  'write.system-unknown': ['EPSG:{epsg} 没有通行的 .prj 写法', 'EPSG:{epsg} has no .prj other programs agree on'],
  'write.text-unwritable': [
    '下列字符无法用 GBK 写出：{characters}；可改用 UTF-8',
    'These characters cannot be written in GBK: {characters}; UTF-8 can',
  ],
  'write.field-renamed': ['字段“{from}”写为“{to}”', 'The field {from} was written as {to}'],
  'write.text-cut': ['字段“{field}”有 {records} 条过长已截断', '{records} texts of {field} were too long and were cut'],
  'write.fields-left': ['此格式放不下、未写入的字段：{fields}', 'Fields this format has no place for: {fields}'],
  'kml.ring-unclosed': [
    '第 {record} 条记录第 {ring} 圈未闭合，已补闭合（缺口 {gap}，文件单位）',
    'Ring {ring} of record {record} was open and has been closed (gap {gap} in units of the file)',
  ],
  'geopackage.ring-unclosed': [
    '第 {record} 条记录第 {ring} 圈未闭合，已补闭合（缺口 {gap}，文件单位）',
    'Ring {ring} of record {record} was open and has been closed (gap {gap} in units of the file)',
  ],
  'flatgeobuf.ring-unclosed': [
    '第 {record} 条记录第 {ring} 圈未闭合，已补闭合（缺口 {gap}，文件单位）',
    'Ring {ring} of record {record} was open and has been closed (gap {gap} in units of the file)',
  ],
  'shapefile.rings-too-many': [
    '{rings} 圈的嵌套过于复杂，部分圈按外圈处理',
    '{rings} rings lie in one another in too many ways; some were taken as outer rings',
  ],
  'kml.mixed-geometry': [
    '第 {record} 条记录含 {kinds} 种图形，已分开',
    'Record {record} holds {kinds} kinds of geometry and was taken apart',
  ],
};
