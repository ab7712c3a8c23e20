import { useTranslation } from 'react-i18next';
import { pillars } from '../app/search.ts';

/** One area of the meeting, or all. */
export function PillarField({ chosen }: { chosen: string | undefined }) {
  const { t } = useTranslation();
  return (
    <label>
      {t('filters.pillarShort')}
      <select name="pillar" defaultValue={chosen ?? ''}>
        <option value="">{t('filters.allPillars')}</option>
        {pillars.map((pillar) => (
          <option key={pillar} value={pillar}>
            {t(`pillar.${pillar}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
