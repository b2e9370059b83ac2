import { useI18n } from 'vue-i18n';
import { useLand } from '../../state/land.ts';
import type { Finding } from '../../state/ledger.ts';
import { usePark } from '../../state/park.ts';
import { useSay } from '../../ui/use-say.ts';
import { usePhaseName } from '../account/use-phase-name.ts';

/** What a finding is about in words: parcels by code, zones by code and use, and where they have strayed. */
export function useFindingName(): (finding: Finding) => string {
  const land = useLand();
  const park = usePark();
  const { t } = useI18n();
  const { say } = useSay();
  const phaseName = usePhaseName();
  const zoneName = (code: string) => {
    const zone = land.zoneFields.get(code);
    const use = zone && park.landUse(zone.standard, zone.landUse);
    return use ? `${code} ${say(use.name, use.nameEn)}` : code;
  };
  return ({ kind: fault, parts, phases }) => {
    if (parts.length === 0) return t('ledger.nobody');
    const names = parts.map(({ kind, code }) => (kind === 'zone' ? zoneName(code) : code)).join(' × ');
    return fault === 'astray' ? `${names} → ${phases.map(phaseName).join(', ')}` : names;
  };
}
