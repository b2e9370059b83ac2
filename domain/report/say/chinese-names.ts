import type { AccountColumn } from '../../account/columns.ts';
import type { Gate, ParcelStatus } from '../../parcel/gates.ts';
import type { ClaimKind, ProjectStage } from '../../project/stages.ts';
import type { roadClasses, RoadLayer } from '../../road/layers.ts';
import type { SourceKind } from '../document.ts';

export const gateNames: Readonly<Record<Gate, string>> = {
  approved: '报批',
  acquired: '征收',
  levelled: '场平',
  road: '通路',
  power: '通电',
  water: '通水',
  sewage: '排污',
  telecom: '通信',
};

export const layerNames: Readonly<Record<RoadLayer, string>> = {
  clearing: '清表',
  earthwork: '土石方',
  subgrade: '路基',
  pipes: '管网',
  base: '水稳',
  surface: '面层',
  fittings: '附属',
  planting: '绿化',
};

export const roadClassNames: Readonly<Record<(typeof roadClasses)[number], string>> = {
  main: '主干道',
  secondary: '次干道',
  local: '支路',
};

export const columnNames: Readonly<Record<AccountColumn, string>> = {
  planned: '规划用地',
  approved: '已批',
  acquired: '已征收',
  developed: '已开发',
  serviced: '配套完成',
  available: '可供地',
  reserved: '已预约',
  free: '净可供',
  contracted: '已供',
  construction: '在建',
  production: '投产',
  roads: '道路',
  green: '绿地',
  water: '水域',
  utilities: '公用设施',
  rest: '其他',
};

export const statusNames: Readonly<Record<ParcelStatus, string>> = {
  planned: '规划',
  approved: '已批',
  acquired: '已征收',
  levelled: '已平整',
  available: '可供',
  reserved: '已预约',
  contracted: '已供',
  construction: '在建',
  production: '投产',
};

export const stageNames: Readonly<Record<ProjectStage, string>> = {
  planned: '策划',
  negotiating: '在谈',
  reserved: '预约',
  contracted: '签约',
  construction: '开工',
  production: '投产',
};

export const claimNames: Readonly<Record<ClaimKind, string>> = { hold: '预留', reservation: '预约', contract: '合同' };

export const sideNames: Readonly<Record<'left' | 'right' | 'full', string>> = {
  left: '左幅',
  right: '右幅',
  full: '全幅',
};

export const sourceNames: Readonly<Record<SourceKind, string>> = {
  parcel: '地块',
  zone: '用地',
  'plan-version': '规划版本',
  survey: '测绘',
  road: '道路',
  work: '工程',
  section: '标段',
  payment: '付款',
  project: '项目',
  milestone: '大事',
  target: '目标',
  fund: '资金',
};
