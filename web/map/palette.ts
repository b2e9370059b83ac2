import type { FindingKind } from '../../domain/ledger/finding.ts';
import type { ParcelStatus } from '../../domain/parcel/schema.ts';
import type { ClaimKind } from '../../domain/project/schema.ts';
import type { RoadLayer } from '../../domain/road/schema.ts';
import type { Work } from '../../domain/work/schema.ts';
import type { IncomingKind } from './plan.ts';

/** Light to dark along the pipeline, hues apart for red-green blindness; land for supply is the one plain green-blue. */
export const statusColour: Readonly<Record<ParcelStatus, string>> = {
  planned: '#F7F4EC',
  approved: '#EFE3C6',
  acquired: '#DFC78F',
  levelled: '#C3A163',
  available: '#45B8A6',
  reserved: '#F6CB4D',
  contracted: '#7FA3DE',
  construction: '#A584C8',
  production: '#65528C',
};

export const statusInk: Readonly<Record<ParcelStatus, string>> = {
  planned: '#A39B88',
  approved: '#A88B4B',
  acquired: '#8A6A28',
  levelled: '#6B4E1E',
  available: '#0B5F55',
  reserved: '#8A5A00',
  contracted: '#1F4788',
  construction: '#4A2670',
  production: '#E9E2F5',
};

export const claimColour: Readonly<Record<ClaimKind, string>> = {
  hold: '#B4457E',
  reservation: '#9C1F63',
  contract: '#5E0F3C',
};

export const roadLayerColour: Readonly<Record<RoadLayer, string>> = {
  clearing: '#8A6A3F',
  earthwork: '#B35A13',
  subgrade: '#1D5FB4',
  pipes: '#7B3FA0',
  base: '#566472',
  surface: '#22262E',
  fittings: '#0B8289',
  planting: '#2C8A3D',
};

export const workColour: Readonly<Record<Work['kind'], string>> = {
  'power-line': '#C2410C',
  substation: '#C2410C',
  'water-pipe': '#0786AD',
  waterworks: '#0786AD',
  'sewage-works': '#7A4A1E',
  sewer: '#7A4A1E',
  building: '#2B2F38',
  plaza: '#2B2F38',
};

/** Where the ledger does not balance; each has a hatch of its own too. */
export const findingColour: Readonly<Record<FindingKind, string>> = {
  overlap: '#D4002A',
  residual: '#0057D9',
  outside: '#C25500',
  astray: '#6A2FB5',
};

/** Land of a survey file by what it would change; `plain` while its place is not confirmed. */
export const incomingColour: Readonly<Record<IncomingKind, string>> = {
  plain: '#0057D9',
  same: '#5B6B70',
  reshaped: '#B35A00',
  added: '#00795C',
  removed: '#5A3A8C',
  barred: '#D4002A',
};

/** Places in a survey file that somebody should look at. */
export const markColour = {
  error: '#D4002A',
  warning: '#B35A00',
  hint: '#0057D9',
  repair: '#00795C',
  control: '#65528C',
} as const;

export const ground = {
  paper: '#F3F2E6',
  water: '#A9D3EA',
  waterEdge: '#5E9FC4',
  waterText: '#2A6E98',
  fields: ['#EEF1CB', '#E6ECBD', '#F3EFCB'],
  farmlandInk: '#C3CB93',
  forest: '#CFE0B9',
  forestInk: '#8FB07B',
  villageLand: '#EFE2CB',
  village: '#D9B48C',
  villageEdge: '#A98B62',
  contour: '#B48F5E',
  hillText: '#6A5836',
  road: '#FFFFFF',
  roadEdge: '#8C8C8C',
  countyRoad: '#FFE8A8',
  countyRoadEdge: '#B98F3C',
  track: '#A89F8A',
} as const;

export const line = {
  ink: '#20242C',
  halo: '#FFFFFF',
  parcel: '#4B4438',
  boundary: '#C8161D',
  phase: '#5A3A8C',
  survey: '#4A6178',
  accent: '#0B4FD1',
  chosen: '#FFE14A',
} as const;

export const unknownUse = '#DAD5C8';

/** The statuses in pipeline order; read from the palette so that the map needs no schema library. */
export const statuses = Object.keys(statusColour) as ParcelStatus[];
export const workKinds = Object.keys(workColour) as Work['kind'][];
export const claimKinds = Object.keys(claimColour) as ClaimKind[];
export const incomingKinds = Object.keys(incomingColour) as IncomingKind[];
export const findingKinds = Object.keys(findingColour) as FindingKind[];
