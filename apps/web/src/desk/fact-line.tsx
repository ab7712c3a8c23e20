import { useTranslation } from 'react-i18next';
import type { WorkRevisionFragment } from './work-revision.generated.ts';

/** When a stage was reached, what says so, and whether only the press does. */
export function FactLine({
  of,
}: {
  of: Pick<WorkRevisionFragment, 'factDate' | 'provision' | 'basis'>;
}) {
  const { t } = useTranslation('desk');
  const { factDate, provision, basis } = of;
  const said = [factDate, provision, basis === 'MEDIA' ? t('law.press') : null];
  return <>{said.filter((text) => text !== null).join(' · ')}</>;
}
