import { useTranslation } from 'react-i18next';
import type { HeadlineFragment } from './countries.generated.ts';

/** A country in one sentence of counts, always in the same order, zeros left out except the first. No score, no ranking. */
export function Headline({ of }: { of: HeadlineFragment }) {
  const { t } = useTranslation();
  if (of.total === 0) return <>{t('headline.noActions')}</>;
  const parts = [
    t('headline.onTrack', { count: of.onTrack, total: of.total }),
    of.behind > 0 && t('headline.behind', { count: of.behind }),
    of.movedAway > 0 && t('headline.movedAway', { count: of.movedAway }),
    of.pending > 0 && t('headline.pending', { count: of.pending }),
    of.notAssessed > 0 && t('headline.notAssessed', { count: of.notAssessed }),
  ];
  return <>{parts.filter((part) => part !== false).join(', ')}.</>;
}
