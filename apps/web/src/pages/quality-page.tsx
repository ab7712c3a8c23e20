import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../desk/desk.module.css';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { reloading } from '../desk/reloading.ts';
import { RequireRole } from '../desk/require-role.tsx';
import { DataQualityDocument } from '../features/quality/data-quality.generated.ts';
import { QualityGrid } from '../features/quality/quality-grid.tsx';
import { QualitySummary } from '../features/quality/quality-summary.tsx';
import { QuestionList } from '../features/quality/question-list.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';

export function QualityPage() {
  return (
    <RequireRole operation="READ_QUALITY">
      <QualityDesk />
    </RequireRole>
  );
}

/** The newest cycle first; another one on demand. */
export function QualityDesk() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const [cycle, setCycle] = useState<number | null>(null);
  const { data, error, refetch } = useQuery(DataQualityDocument, { variables: { lang, cycle } });
  if (error) return <FailedToLoad error={error} retry={() => void reloading(refetch)()} />;
  if (!data) return <PageSkeleton />;
  const quality = data.dataQuality;
  return (
    <div className={desk.stack}>
      <h1>{t('quality.title')}</h1>
      <p>{t('quality.text')}</p>
      <label className={desk.row}>
        {t('quality.cycle')}
        <select
          className={desk.input}
          style={{ width: 'auto' }}
          value={quality.cycle}
          onChange={(event) => setCycle(Number(event.target.value))}
        >
          {quality.cycles.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <QualitySummary areas={quality.areas} />
      <QuestionList quality={quality} />
      <h2>{t('quality.grid')}</h2>
      <QualityGrid quality={quality} />
    </div>
  );
}
