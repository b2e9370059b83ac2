import { useI18n } from 'vue-i18n';
import type { Lot } from '../../state/readiness.ts';
import { useGroupName } from './use-group-name.ts';
import { useLateName } from './use-late-name.ts';

/** The heading of opened parcels. */
export function useLotName(): (lot: Lot) => string {
  const { t } = useI18n();
  const groupName = useGroupName();
  const { nameOf } = useLateName();
  const ofBatch = (document: string, step: string) =>
    t('readiness.batchLot', { document, step: t(`readiness.step.${step}`) });
  return (lot) => {
    switch (lot.kind) {
      case 'group':
        return groupName(lot);
      case 'batch':
        return ofBatch(lot.document ?? t('readiness.batchUnnamed'), lot.step);
      case 'sum':
        return ofBatch(t('readiness.batchTotal'), lot.step);
      case 'risk':
        return t('readiness.riskLot', { late: nameOf(lot.late) });
      case 'risks':
        return t('readiness.risksLot');
    }
  };
}
