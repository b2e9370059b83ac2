import { useI18n } from 'vue-i18n';
import { useProjects } from '../../state/projects.ts';
import { useRoads } from '../../state/roads.ts';
import { useMarks } from '../../state/use-marks.ts';
import { useWorks } from '../../state/works.ts';
import { useSay } from '../../ui/use-say.ts';
import type { OutboxEntry } from '../../state/outbox/entry.ts';

const mostCodes = 6;

/** What an order says, one line a fact, in the reader's language. */
export function useEntryWords(): (entry: OutboxEntry) => string[] {
  const { t, te } = useI18n();
  const { say } = useSay();
  const marks = useMarks();
  const projects = useProjects();
  const roads = useRoads();
  const works = useWorks();

  function land(codes: readonly string[]): string {
    const list = codes.slice(0, mostCodes).join(t('command.comma'));
    const told = codes.length > mostCodes ? t('outbox.value.more', { codes: list, count: codes.length }) : list;
    return t('outbox.value.parcels', { codes: told });
  }
  function stretch({ road: code, layer, side, fromMetres, toMetres }: Readonly<Record<string, unknown>>): string {
    const road = roads.byCode(String(code));
    const { from, to } = marks.range(road, { fromMetres: Number(fromMetres), toMetres: Number(toMetres) });
    return t('outbox.value.road', {
      road: road ? say(road.name, road.nameEn) : String(code),
      layer: t(`road.layer.${String(layer)}`),
      side: t(`parcel.side.${String(side)}`),
      from,
      to,
    });
  }
  const named = (found: { name: string; nameEn: string } | null, code: unknown) =>
    found ? say(found.name, found.nameEn) : String(code);
  const word = (key: string, value: unknown) => (te(`${key}.${String(value)}`) ? t(`${key}.${String(value)}`) : null);

  return ({ command, input, reason }) => {
    const values = input as Readonly<Record<string, unknown>>;
    const day = (name: string, key: 'done' | 'planned') =>
      typeof values[name] === 'string' ? t(`outbox.value.${key}`, { day: values[name] }) : null;
    const lines = [
      Array.isArray(values['parcels']) ? land(values['parcels'].map(String)) : null,
      command === 'record-stretch' ? stretch(values) : null,
      'work' in values ? named(works.byCode(String(values['work'])), values['work']) : null,
      'project' in values ? named(projects.byCode(String(values['project'])), values['project']) : null,
      'gate' in values ? word('parcel.gate', values['gate']) : null,
      'kind' in values ? word('project.claim', values['kind']) : null,
      'stage' in values ? word('project.stage', values['stage']) : null,
      command === 'undo' ? t('outbox.value.event', { seq: Number(values['seq']) }) : null,
      day('doneOn', 'done'),
      day('plannedOn', 'planned'),
      ...['fromOn', 'on'].map((name) => (typeof values[name] === 'string' ? String(values[name]) : null)),
      reason === null ? null : t('outbox.value.reason', { reason }),
    ];
    return lines.filter((line) => line !== null);
  };
}
