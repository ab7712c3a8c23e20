import type { Status } from '@qadam/domain';
import type { TFunction } from 'i18next';

/** The word for a status. Beside a value, "no data" would be a contradiction: there the word says that nothing newer than the baseline is known. */
export function statusText(t: TFunction, status: Status, known: boolean): string {
  return status === 'NO_DATA' && known ? t('figure.nothingNew') : t(`status.${status}`);
}
