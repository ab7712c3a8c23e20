import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import type { ReturnFormFragment } from './return-form.generated.ts';

/** What has to be said of a return that is not simply open to this person. */
export function useReturnNotice(form: ReturnFormFragment): string | undefined {
  const { area, cycle, dueOn, handedInWith, mayEdit } = form;
  const { t } = useTranslation('desk');
  const me = useMe();
  if (dueOn === null && can(me, 'CORRECT_VALUE', { area }) === 'ALLOWED') {
    return handedInWith === null
      ? t('form.noLaterCycle', { year: cycle })
      : t('form.noCycle', { year: cycle, cycle: handedInWith });
  }
  return mayEdit ? undefined : t('form.readOnly');
}
