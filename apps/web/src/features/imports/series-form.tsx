import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAKDOWN_DIMENSIONS, type BreakdownDimension } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import styles from './imports.module.css';
import { SERIES_FORMATS } from './series-formats.ts';
import { MapSeriesDocument } from './series-mapping.generated.ts';

const EMPTY = { format: 'sdmx-structure-specific', series: '', indicator: '', note: '' };

export function SeriesForm(props: { area: string; indicators: ReadonlyMap<string, string> }) {
  const { area, indicators } = props;
  const { t } = useTranslation('desk');
  const [draft, setDraft] = useState(EMPTY);
  const [totals, setTotals] = useState<Partial<Record<BreakdownDimension, string>>>({});
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change } = useChange('SeriesMappings');
  const edit = (part: Partial<typeof EMPTY>) => {
    setDraft({ ...draft, ...part });
    setSaved(false);
  };
  const save = async () => {
    const about = BREAKDOWN_DIMENSIONS.flatMap((dimension) => {
      const code = totals[dimension]?.trim() ?? '';
      return code === '' ? [] : [{ dimension, code }];
    });
    const { done } = await change(MapSeriesDocument, { area, ...draft, totals: about });
    setSaved(done);
    if (!done) return;
    setDraft({ ...EMPTY, format: draft.format });
    setTotals({});
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={admin.form} onSubmit={submit}>
      <div className={styles.choices}>
        <SelectField
          label={t('series.format')}
          value={draft.format}
          options={SERIES_FORMATS}
          onChange={(format) => edit({ format })}
        />
        <TextField
          label={t('series.name')}
          hint={t('series.nameHint')}
          value={draft.series}
          required
          onChange={(series) => edit({ series })}
        />
      </div>
      <SelectField
        label={t('series.indicator')}
        none={t('series.choose')}
        required
        value={draft.indicator}
        options={Array.from(indicators, ([code, name]) => [code, `${code} ${name}`] as const)}
        onChange={(indicator) => edit({ indicator })}
      />
      <fieldset className={styles.about}>
        <legend>{t('series.about')}</legend>
        <p>{t('series.aboutHint')}</p>
        {BREAKDOWN_DIMENSIONS.map((dimension) => (
          <TextField
            key={dimension}
            label={t(`series.dimension.${dimension}`)}
            value={totals[dimension] ?? ''}
            onChange={(code) => setTotals({ ...totals, [dimension]: code })}
          />
        ))}
      </fieldset>
      <TextField label={t('series.note')} value={draft.note} onChange={(note) => edit({ note })} />
      <ProblemList problems={problems} />
      <div className={desk.row}>
        <button type="submit" className={desk.primary} disabled={busy}>
          {t('series.save')}
        </button>
        {isSaved && <span role="status">{t('admin.saved')}</span>}
      </div>
    </form>
  );
}
