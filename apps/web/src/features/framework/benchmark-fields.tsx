import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { SelectField, TextField } from './fields.tsx';
import styles from './framework.module.css';
import type { BenchmarkDraft } from './indicator-draft.ts';
import { Parts } from './parts.tsx';

/** External standards of an indicator, drawn as lines of their own. */
export function BenchmarkFields(props: {
  code: string;
  benchmarks: BenchmarkDraft[];
  lang: Language;
  disabled: boolean;
  onChange: (benchmarks: BenchmarkDraft[]) => void;
}) {
  const { code, benchmarks, lang, ...rest } = props;
  const { t } = useTranslation('desk');
  const blank = (): BenchmarkDraft => ({
    ...{ id: `${code}-${String(benchmarks.length + 1)}`, kind: 'SHARE', sense: 'AT_LEAST' },
    ...{ value: '', per: null, population: null, url: null, source: null },
    ...{ label: {}, citation: {} },
  });
  return (
    <section className={desk.stack}>
      <h2>{t('framework.benchmarks')}</h2>
      <Parts
        parts={benchmarks}
        nameOf={({ id }) => id}
        legendOf={(id) => t('framework.benchmark', { id })}
        add={{ label: t('framework.addBenchmark'), part: blank }}
        {...rest}
      >
        {(_, bound) => (
          <>
            <TextField label={t('framework.id')} {...bound.text('id')} />
            <SelectField
              label={t('framework.benchmarkKind')}
              options={t('framework.benchmarkKinds', { returnObjects: true })}
              {...bound.is('kind')}
            />
            <SelectField
              label={t('framework.sense')}
              options={t('framework.senses', { returnObjects: true })}
              {...bound.is('sense')}
            />
            {(['value', 'per', 'url'] as const).map((key) => (
              <TextField key={key} label={t(`framework.${key}`)} {...bound.text(key)} />
            ))}
            {(['label', 'citation'] as const).map((key) => (
              <div key={key} className={styles.wide}>
                <TextField
                  label={`${t(`framework.${key}`)} (${lang})`}
                  {...bound.texts(key, lang)}
                />
              </div>
            ))}
          </>
        )}
      </Parts>
    </section>
  );
}
