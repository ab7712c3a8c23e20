import type { Status } from '@qadam/domain';
import type { TFunction } from 'i18next';

/** The word of a status. Beside a value "no data" would contradict it: only the baseline is known, nothing newer. */
export function statusText(t: TFunction, status: Status, known: boolean): string {
  return status === 'NO_DATA' && known ? t('figure.nothingNew') : t(`status.${status}`);
}
