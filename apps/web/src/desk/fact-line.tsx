import { useTranslation } from 'react-i18next';
import type { WorkRevisionFragment } from './work-revision.generated.ts';

/** When a stage was reached, what proves it, and whether only the press reports it. */
export function FactLine({
  of,
}: {
  of: Pick<WorkRevisionFragment, 'factDate' | 'provision' | 'basis'>;
}) {
  const { t } = useTranslation('desk');
  const { factDate, provision, basis } = of;
  const texts = [factDate, provision, basis === 'MEDIA' ? t('law.press') : null];
  return <>{texts.filter((text) => text !== null).join(' · ')}</>;
}
