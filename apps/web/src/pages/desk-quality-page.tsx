import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered } from '../desk/answered.tsx';
import desk from '../desk/desk.module.css';
import { SelectField } from '../desk/select-field.tsx';
import {
  DataQualityDocument,
  QualityYearsDocument,
} from '../features/desk-quality/data-quality.generated.ts';
import { QualityGrid } from '../features/desk-quality/quality-grid.tsx';
import { QualitySummary } from '../features/desk-quality/quality-summary.tsx';
import styles from '../features/desk-quality/quality.module.css';
import { QuestionList } from '../features/desk-quality/question-list.tsx';
import { useFormat } from '../ui/use-format.ts';
import { guarded } from './guarded.tsx';

export const DeskQualityPage = guarded('READ_QUALITY', QualityDesk);

/** The newest cycle, or the cycle or country (through all its years) that the address names. */
export function QualityDesk() {
  const search: { c?: string; cycle?: string } = useSearch({ strict: false });
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const cycle = /^\d{4}$/.test(search.cycle ?? '') ? Number(search.cycle) : null;
  const area = search.c !== undefined && /^[A-Z0-9]{3}$/.test(search.c) ? search.c : null;
  const { data, instead, notice } = answered(
    useQuery(DataQualityDocument, { variables: { lang, cycle } }),
  );
  const show = (view: Record<string, string>) =>
    void navigate({ to: '.', search: view, resetScroll: false });
  if (!data) return instead;
  const quality = data.dataQuality;
  return (
    <div className={desk.stack}>
      <h1>{t('quality.title')}</h1>
      {notice}
      <p>{t('quality.text')}</p>
      <div className={styles.choices}>
        <SelectField
          label={t('quality.cycle')}
          {...(area !== null && { none: t('quality.allYears') })}
          value={area === null ? String(quality.cycle) : ''}
          options={quality.cycles.map((year) => [String(year), String(year)] as const)}
          onChange={(year) => show(year === '' ? {} : { cycle: year })}
        />
        <SelectField
          label={t('quality.area')}
          none={t('quality.allAreas')}
          value={area ?? ''}
          options={quality.areas.map(
            ({ area: code, areaName }) =>
              [code, t('quality.throughYears', { name: areaName.text })] as const,
          )}
          onChange={(code) => show(code === '' ? {} : { c: code })}
        />
      </div>
      {area === null ? (
        <>
          <QualitySummary areas={quality.areas} />
          <QuestionList quality={quality} />
          <h2>{t('quality.grid')}</h2>
          <QualityGrid
            label={t('quality.grid')}
            indicators={quality.indicators}
            columns={quality.areas.map((one) => ({ key: one.area, name: one.areaName }))}
            cells={quality.cells}
            columnOf={(cell) => cell.area}
          />
        </>
      ) : (
        <Years key={area} area={area} />
      )}
    </div>
  );
}

function Years({ area }: { area: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, instead, notice } = answered(
    useQuery(QualityYearsDocument, { variables: { area, lang } }),
    'part',
  );
  if (!data) return instead;
  const { areaName, years, indicators, cells } = data.qualityYears;
  const label = t('quality.gridYears', { name: areaName.text });
  return (
    <>
      <h2>{label}</h2>
      {notice}
      <QualityGrid
        narrow
        label={label}
        indicators={indicators}
        columns={years.map((year) => ({ key: String(year), name: String(year) }))}
        cells={cells}
        columnOf={(cell) => String(cell.year)}
      />
    </>
  );
}
