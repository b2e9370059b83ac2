import type { Words } from './words.ts';

/** What is said of coordinate systems, placing and transformations. */
export const systemWords: Readonly<Record<string, Words>> = {
  'system.zone-is-band-width': [
    '带号一栏写的是几度分带的值（{zone}），已忽略',
    "The header's zone holds the width of the band ({zone}); it was left out",
  ],
  'system.zone-is-meridian': [
    '带号一栏写的是中央经线（{zone}°），已换算为带号',
    "The header's zone holds the central meridian ({zone}°); it was turned into a zone",
  ],
  'system.zone-unknown': ['带号{zone}不是中国的带号，已忽略', '{zone} is no zone of China; it was left out'],
  'system.prefix': [
    '东坐标以带号{zone}开头：{bandDegrees}度带，中央经线{centralMeridian}°',
    'Eastings begin with zone {zone}: {bandDegrees}° band, meridian {centralMeridian}°',
  ],
  'system.declared-zone': [
    '文件写明带号{zone}（{bandDegrees}度带，中央经线{centralMeridian}°）',
    'The file says zone {zone} ({bandDegrees}° band, meridian {centralMeridian}°)',
  ],
  'system.park-meridian': [
    '文件没有写带号，按园区的中央经线{centralMeridian}°',
    "The file says no zone; the park's meridian {centralMeridian}° is assumed",
  ],
  'system.neighbour-zone': [
    '按相邻的{bandDegrees}度带第{zone}带，数据落在园区',
    'Read in the neighbouring {bandDegrees}° zone {zone} the land lies at the park',
  ],
  'system.easting-overflow': [
    '第{zone}带的东坐标超出本带500公里，开头变成了{prefix}',
    'An easting of zone {zone} more than 500 km off its meridian: that is why it begins with {prefix}',
  ],
  'system.wrong-prefix': [
    '东坐标开头的带号{prefix}与第{zone}带不符；去掉后按第{zone}带',
    "The eastings' zone {prefix} is not zone {zone}; taken off, they are read in zone {zone}",
  ],
  'system.degrees': ['数值是经纬度', 'The numbers are degrees'],
  'system.degrees-not-metres': [
    '文件头写的是平面坐标，数值却是经纬度',
    'The header speaks of metres, the numbers are degrees',
  ],
  'system.web-mercator': [
    '数值像 Web 墨卡托（网络地图坐标）',
    'The numbers look like Web Mercator (web map coordinates)',
  ],
  'system.declared': [
    '文件写明 EPSG:{epsg}，数值无法佐证',
    'The file says EPSG:{epsg}; the numbers neither show nor deny it',
  ],
  'system.local-numbers': [
    '可能是地方独立坐标，需要四参数',
    "Possibly coordinates of a place's own: they need four parameters",
  ],
  'system.datum-said': ['文件写明坐标系：{datum}', 'The file says its datum: {datum}'],
  'system.datum-not-said': [
    '文件没有写坐标系，数值看不出是不是{datum}，请确认',
    'The file says no datum; numbers cannot tell whether it is {datum}: please confirm',
  ],
  'system.wgs84-as-cgcs2000': ['WGS84平面坐标按2000国家大地坐标系', 'WGS 84 metres are taken as CGCS2000'],
  'system.swapped': [
    '北坐标（或纬度）写在前面，已对调，请确认',
    'North (or latitude) stands first; exchanged: please confirm',
  ],
  'system.at-park': [
    '位置在园区20公里以内（相距{distanceMetres}米）',
    'The land lies within 20 km of the park ({distanceMetres} m away)',
  ],
  'system.far-from-park': [
    '距园区{distanceMetres}米：带号、坐标顺序或坐标系可能有误',
    '{distanceMetres} m from the park: zone, axes or datum may be wrong',
  ],
  'system.beyond-grid': [
    '离园区太远，超出园区坐标系能表示的范围',
    "So far from the park that the park's grid does not reach there",
  ],
  'system.zone-conflict': [
    '文件写明第{declaredZone}带，数值按第{zone}带',
    'The file says zone {declaredZone}, this reads zone {zone}',
  ],
  'system.band-conflict': [
    '几度分带写{bandDegrees}，带号{zone}却不属于{bandDegrees}度带',
    'The header says {bandDegrees}° bands, but zone {zone} is none of them',
  ],
  'system.not-park-meridian': [
    '中央经线{centralMeridian}°与园区不同',
    "The meridian {centralMeridian}° is not the park's",
  ],
  'system.datum-conflict': ['文件写了互相矛盾的坐标系：{datums}', 'The file names several datums: {datums}'],
  'system.declared-unknown': [
    '文件写明的坐标系不认识（{text}）',
    'The file names a system that is not known here ({text})',
  ],
  'system.declared-does-not-fit': [
    '文件写明 EPSG:{epsg}，数值不符',
    'The file says EPSG:{epsg}, which its numbers do not fit',
  ],
  'system.mixed-zones': [
    '文件混有别的带号：{count}个点以{prefix}开头（第{line}行，第{record}条起）',
    'Other zones in the file: {count} positions begin with {prefix} (from line {line}, record {record})',
  ],
  'system.mixed-numbers': [
    '{count}个点的数值与其余不同类（第{line}行，第{record}条起）',
    '{count} positions are of another kind than the rest (from line {line}, record {record})',
  ],
  'system.gcj02': [
    '与园区现有地块相比整体偏移约{metres}米，正是高德、腾讯地图（GCJ-02）的偏移：这是网络地图上描的坐标，不是测量成果，不能导入',
    'The land lies {metres} m from where the park has it, just as Amap and Tencent (GCJ-02) draw it: it was traced on a web map and is no survey',
  ],
  'system.bd09': [
    '与园区现有地块相比整体偏移约{metres}米，正是百度地图（BD-09）的偏移：这是网络地图上描的坐标，不是测量成果，不能导入',
    'The land lies {metres} m from where the park has it, just as Baidu (BD-09) draws it: it was traced on a web map and is no survey',
  ],
  'place.unknown-system': [
    '坐标系{system}或园区坐标系{park}不在目录中',
    "System {system}, or the park's {park}, is not in the catalogue",
  ],
  'place.needs-shift': [
    '{datum}坐标须先有转换参数才能落图',
    'Positions on {datum} cannot be placed without a transformation',
  ],
  'place.shift-does-not-fit': ['转换参数不适用于坐标系{system}', 'The transformation is not for system {system}'],
  'place.not-finite': [
    '第{record}条第{corner}点不是数值：{first}，{second}',
    'Record {record}, corner {corner} is no number: {first}, {second}',
  ],
  'place.out-of-range': [
    '第{record}条第{corner}点超出投影范围：{first}，{second}',
    'Record {record}, corner {corner} is beyond the projection: {first}, {second}',
  ],
  'shift.unknown-system': [
    'EPSG:{from} 到 EPSG:{to} 不能求七参数',
    'No seven parameters from EPSG:{from} to EPSG:{to}',
  ],
  'shift.not-finite': ['控制点中有不是数值的坐标', 'A control point has a coordinate that is no number'],
  'shift.too-few-points': ['控制点只有{points}个，至少要{needed}个', '{points} control points; {needed} are needed'],
  'shift.coincident-points': ['控制点{point}与{other}重合', 'Control points {point} and {other} are one place'],
  'shift.collinear-points': [
    '{points}个控制点在一条直线上或重合，无法求解',
    'The {points} control points stand in a line or on one another',
  ],
  'shift.scale-off': [
    '尺度{scale}与1相差太大：单位或点号可能有误',
    'The scale {scale} is too far from 1: unit or points may be wrong',
  ],
  'shift.rotation-off': [
    '旋转{rotationArcseconds}″过大：坐标顺序或点号可能有误',
    'The rotation of {rotationArcseconds}″ is too large: axes or points may be exchanged',
  ],
  'shift.point-mistyped': [
    '控制点{point}与其余不符，相差{metres}米',
    'Control point {point} does not agree with the others, by {metres} m',
  ],
  'shift.residuals-too-large': [
    '控制点互相不符：中误差{rmsMetres}米，限差{toleranceMetres}米',
    'The control points disagree: {rmsMetres} m root mean square, {toleranceMetres} m allowed',
  ],
};
