import { strictlyInside } from './cover.ts';
import { inMu, squareMetres, type Area, type ParkFolder } from './read.ts';
import { covers, finished, type Stretch } from '../facts/stretches.ts';

export type Figure = { id: string; text: string; ok: boolean };
type Gate = { parcel: string; gate: string; plannedOn: string | null; doneOn: string | null };
type Claim = { project: string; parcel: string; kind: string; fromOn: string; untilOn: string | null };
type Project = {
  code: string;
  kind: string;
  cluster: string;
  totalInvestmentYuan: number;
  fixedInvestmentYuan: number | null;
  outputPerYear: { quantity: number } | null;
  stages: { stage: string; on: string }[];
};
type Section = {
  code: string;
  tender: { controlYuan: number; winningYuan: number } | null;
  earthwork: { plannedCutCubicMetres: number; plannedFillCubicMetres: number } | null;
};
type Access = { road: string; fromMetres: number; toMetres: number };
const now = '2007-11-30';
const yearEnd = '2007-12-31';

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const stageAt = (project: Project, day: string): string | undefined =>
  project.stages.filter((s) => s.on <= day).at(-1)?.stage;
const lengthOf = (road: { line: { x: number; y: number }[] }): number =>
  road.line.slice(1).reduce((s, p, i) => s + Math.hypot(p.x - road.line[i]!.x, p.y - road.line[i]!.y), 0) / 1000;

export const accessOf = (parcel: Area): Access => parcel.properties['access'] as Access;

/** Available land by the rule of the contract: gates, road, power, no live contract. */
export function available(park: ParkFolder, day: string, withPlanned: boolean, wantsRoad = true): Area[] {
  const gates = park.rows<Gate>('gates.json');
  const stretches = park.rows<Stretch>('stretches.json');
  const contracts = park
    .rows<Claim>('claims.json')
    .filter((c) => c.kind === 'contract' && c.fromOn <= day && (c.untilOn === null || c.untilOn > day));
  const works = park.lines('works.geojson').map(
    (w) =>
      w.properties as unknown as {
        gate: string | null;
        servesPhases: string[];
        plannedOn: string | null;
        doneOn: string | null;
      },
  );
  const passed = (row: { plannedOn: string | null; doneOn: string | null } | undefined): boolean =>
    !!row &&
    ((row.doneOn !== null && row.doneOn <= day) || (withPlanned && row.plannedOn !== null && row.plannedOn <= day));
  return park.areas('parcels.geojson').filter((parcel) => {
    const { code } = parcel.properties;
    const { road, fromMetres, toMetres } = accessOf(parcel);
    const gate = (name: string): boolean => passed(gates.find((g) => g.parcel === code && g.gate === name));
    const power = works.some(
      (w) => w.gate === 'power' && w.servesPhases.includes(String(parcel.properties['phase'])) && passed(w),
    );
    const ready =
      gate('approved') && gate('acquired') && gate('levelled') && power && !contracts.some((c) => c.parcel === code);
    return (
      ready && (!wantsRoad || covers(finished(stretches, road, 'subgrade', day, withPlanned), fromMetres, toMetres))
    );
  });
}

export function figures(jinling: ParkFolder, heshun: ParkFolder): Figure[] {
  const out: Figure[] = [];
  const say = (id: string, text: string, ok: boolean): void => void out.push({ id, text, ok });
  const [v1, v2] = ['v1', 'v2'].map((code) =>
    jinling.areas('plan-versions.geojson').find((a) => a.properties.code === code)!,
  ) as [Area, Area];
  const survey = jinling.areas('survey.geojson')[0]!;
  say('F1', `v1 ${inMu(v1).toFixed(3)} 亩`, Math.abs(inMu(v1) - 4960) < 0.5);
  say('F2', `v2 ${inMu(v2).toFixed(3)} 亩`, Math.abs(inMu(v2) - 6000) < 0.5);
  const inside = strictlyInside(v1, survey, 5) && strictlyInside(v2, survey, 5);
  say(
    'F3',
    `survey ${(squareMetres(survey) / 1e6).toFixed(5)} km², contains both: ${inside}`,
    inside && Math.abs(squareMetres(survey) / 1e6 - 5.44) < 0.005,
  );
  const milestones = jinling.rows<{ on: string; name: string }>('milestones.json');
  const has = (name: string, month: string): boolean =>
    milestones.some((m) => m.name.includes(name) && m.on.startsWith(month));
  say('F4', 'milestones', has('一期道路施工设计', '2007-03') && has('管理中心', '2007-06'));
  say('F5', 'works begun', has('动工', '2007-02-08'));
  const paid = total(
    jinling
      .rows<{ on: string; amountYuan: number }>('payments.json')
      .filter((p) => p.on <= now)
      .map((p) => p.amountYuan),
  );
  say('F6', `paid ${paid} yuan`, paid === 28_500_000);
  const sections = jinling.rows<Section>('sections.json');
  const earth = sections.flatMap((s) =>
    s.earthwork ? [s.earthwork.plannedCutCubicMetres + s.earthwork.plannedFillCubicMetres] : [],
  );
  say('F7', `${earth.length} sections, ${total(earth)} m³`, earth.length === 13 && total(earth) === 2_250_000);
  roadFigures(jinling, say);
  landFigures(jinling, say);
  projectFigures(jinling, heshun, say);
  const tenders = sections.flatMap((s) => (s.tender ? [s.tender] : []));
  const [control, winning] = [total(tenders.map((t) => t.controlYuan)), total(tenders.map((t) => t.winningYuan))];
  const rate = (((control - winning) / control) * 100).toFixed(2);
  say(
    'F16',
    `${tenders.length} tenders, ${control} − ${winning} = ${control - winning} (${rate} %)`,
    tenders.length === 15 && control === 14_148_900 && winning === 9_672_200,
  );
  const targets = jinling.rows<{ quantity: number; unit: string }>('targets.json');
  const aims = (quantity: number): boolean => targets.some((t) => t.quantity === quantity);
  say('F17', `${targets.length} targets`, aims(1500) && aims(10_000));
  say('F18', 'waterworks and survey', aims(40_000) && aims(20_000));
  const funds = jinling.rows<{ plannedYuan: number }>('funds.json').map((f) => f.plannedYuan);
  say('F19', `funds ${funds.join(' + ')}`, funds.join() === '8000000,10000000,20000000');
  return out;
}

type Say = (id: string, text: string, ok: boolean) => void;

function roadFigures(park: ParkFolder, say: Say): void {
  const stretches = park.rows<Stretch>('stretches.json');
  const roads = park.lines('roads.geojson');
  const main = roads.find((r) => r.properties['class'] === 'main')!;
  const length = (code: string, day: string, planned: boolean): number =>
    total(finished(stretches, code, 'subgrade', day, planned).map(([a, b]) => b - a));
  const mainLength = lengthOf(main);
  const due = length(main.properties.code, yearEnd, true);
  say(
    'F8',
    `${length('R0', now, false)} m of ${mainLength.toFixed(1)} m; by year's end ${due.toFixed(1)}`,
    length('R0', now, false) === 1700 && mainLength > 2600 && mainLength < 3000 && mainLength - due < 0.1,
  );
  const secondary = roads.filter((r) => r.properties['class'] === 'secondary');
  const state = secondary.map((r) => ({
    code: r.properties.code,
    all: lengthOf(r),
    now: length(r.properties.code, now, false),
    due: length(r.properties.code, yearEnd, true),
  }));
  say(
    'F9',
    state.map((s) => `${s.code} ${s.now.toFixed(0)}/${s.all.toFixed(0)} m`).join(', '),
    state.length === 5 && state.every((s) => s.now < s.all - 1 && s.all - s.due < 0.1),
  );
  const works = park.lines('works.geojson').map((w) => w.properties);
  const power = works.find((w) => w['kind'] === 'power-line');
  const water = works.find((w) => w['gate'] === 'water' && w['plannedOn'] === yearEnd);
  say(
    'F10',
    `power ${String(power?.['doneOn'])}, water ${String(water?.['plannedOn'])}`,
    String(power?.['doneOn']) <= now && !!water && water['doneOn'] === null,
  );
}

function landFigures(park: ParkFolder, say: Say): void {
  const today = available(park, now, false);
  const later = available(park, yearEnd, true);
  const mu = (areas: readonly Area[]): number => total(areas.map(inMu));
  say('F11', `${mu(today).toFixed(2)} 亩 in ${today.length} parcels`, mu(today) >= 970 && mu(today) <= 999);
  say(
    'F12',
    `${mu(later).toFixed(2)} 亩 in ${later.length} parcels`,
    Math.abs(mu(later) - 1500) <= 5 && today.every((p) => later.some((q) => q.properties.code === p.properties.code)),
  );
  const waiting = available(park, now, false, false).filter(
    (p) => !today.some((q) => q.properties.code === p.properties.code),
  );
  const near = waiting.filter(
    (p) => accessOf(p).road === 'R0' && accessOf(p).fromMetres >= 1700 && accessOf(p).toMetres <= 1900,
  );
  say(
    'F11b',
    `wait for K1+700–K1+900: ${near.map((p) => p.properties.code).join(', ')}`,
    near.length >= 3 && near.length === waiting.length,
  );
  const claims = park.rows<Claim>('claims.json');
  const reserved = today.filter((p) =>
    claims.some((c) => c.parcel === p.properties.code && c.kind === 'reservation' && c.fromOn <= now),
  );
  const all = claims
    .filter((c) => c.kind === 'reservation')
    .every((c) => reserved.some((p) => p.properties.code === c.parcel));
  const once = new Set(claims.map((c) => c.parcel)).size === claims.length;
  say(
    'F14b',
    `reserved ${mu(reserved).toFixed(1)} 亩 in ${reserved.length} parcels`,
    all && once && mu(reserved) >= 450 && mu(reserved) <= 650,
  );
}

function projectFigures(jinling: ParkFolder, heshun: ParkFolder, say: Say): void {
  const projects = jinling.rows<Project>('projects.json');
  const planned = projects.filter((p) => stageAt(p, now) === 'planned');
  say(
    'F13',
    `${planned.length} in ${new Set(planned.map((p) => p.cluster)).size} clusters`,
    planned.length === 12 && new Set(planned.map((p) => p.cluster)).size === 4,
  );
  const reserved = projects.filter((p) => stageAt(p, now) === 'reserved');
  const sum = total(reserved.map((p) => p.totalInvestmentYuan));
  const publicProject = projects.find((p) => p.kind === 'public');
  const office = jinling
    .rows<Claim>('claims.json')
    .some((c) => c.kind === 'contract' && c.project === publicProject?.code);
  say('F14', `${reserved.length} reserved, ${sum} yuan`, reserved.length === 8 && sum === 582_000_000 && office);
  const [own] = heshun.rows<Project>('projects.json');
  const claim = heshun.rows<Claim>('claims.json')[0];
  const parcel = heshun.areas('parcels.geojson').find((p) => p.properties.code === claim?.parcel)!;
  say(
    'F15',
    `heshun ${inMu(parcel).toFixed(4)} 亩`,
    Math.abs(inMu(parcel) - 27.5) < 0.005 &&
      own!.totalInvestmentYuan === 10_000_000 &&
      own!.fixedInvestmentYuan === 8_000_000 &&
      own!.outputPerYear!.quantity === 10_000,
  );
}
