import type { ChoiceRefusal } from '../proposal/judge-choice.ts';
import type { Words } from './words.ts';

/** Why a change a file proposes cannot be accepted, alone or with others. */
export const proposalWords: Readonly<Record<ChoiceRefusal['code'], Words>> = {
  'proposal.code-missing': ['新地块没有编号', 'The new parcel has no code'],
  'proposal.code-taken': [
    '编号 {parcel} 已使用过，不能再用于新地块',
    'Code {parcel} was used before and cannot name a new parcel',
  ],
  'proposal.code-twice': [
    '编号 {parcel} 在文件中有 {features} 宗',
    '{features} features of the file have code {parcel}',
  ],
  'proposal.code-elsewhere': [
    '编号 {parcel} 在文件中位于别处（与现有地块共有 {squareMetres} 平方米），请核对编号',
    'Code {parcel} lies elsewhere in the file ({squareMetres} m² in common with the parcel): please look at the codes',
  ],
  'proposal.unsound': ['图形有错误，须先修正', 'The shape is at fault and must be mended first'],
  'proposal.overlaps-staying': [
    '与不变的地块 {parcel} 重叠 {squareMetres} 平方米（涉及 {parcels} 宗）',
    'Overlaps parcel {parcel}, which stays, by {squareMetres} m² (one of {parcels})',
  ],
  'proposal.overlaps-incoming': [
    '与文件中另外 {features} 宗重叠，共 {squareMetres} 平方米',
    'Overlaps {features} others of the file by {squareMetres} m² in all',
  ],
  'proposal.too-intricate': ['图形过于复杂，无法核对重叠', 'Too intricate to be compared with its neighbours'],
  'proposal.needs-barred': [
    '须与 {entry} 一同采纳，而后者有问题',
    'Has to go together with {entry}, which has a fault',
  ],
  'proposal.entry-unknown': ['没有 {entry} 这项变更', 'There is no change {entry}'],
  'proposal.needs-missing': [
    '{entry} 须与另外 {entries} 项一同采纳',
    '{entry} has to be accepted with {entries} others',
  ],
};
