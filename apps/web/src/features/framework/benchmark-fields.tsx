import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { Fields, SelectField, TextField } from './fields.tsx';
import styles from './framework.module.css';
import type { BenchmarkDraft } from './indicator-draft.ts';

/** External standards of an indicator, drawn as lines of their own. */
export function BenchmarkFields(props: {
  code: string;
  benchmarks: BenchmarkDraft[];
  lang: Language;
  disabled: boolean;
  onChange: (benchmarks: BenchmarkDraft[]) => void;
}) {
  const { code, benchmarks, lang, disabled, onChange } = props;
  const { t } = useTranslation('desk');
  const add = () => {
    const id = `${code}-${String(benchmarks.length + 1)}`;
    const shape = { kind: 'SHARE', sense: 'AT_LEAST' } as const;
    const open = { value: '', per: null, population: null, url: null, source: null };
    onChange([...benchmarks, { id, ...shape, ...open, label: {}, citation: {} }]);
  };
  return (
    <section className={desk.stack}>
      <h2>{t('framework.benchmarks')}</h2>
      {benchmarks.map((benchmark, index) => {
        const change = (patch: Partial<BenchmarkDraft>) =>
          onChange(benchmarks.with(index, { ...benchmark, ...patch }));
        return (
          <Fields key={index} legend={t('framework.benchmark', { id: benchmark.id })}>
            <TextField
              label={t('framework.id')}
              disabled={disabled}
              value={benchmark.id}
              onChange={(id) => change({ id })}
            />
            <SelectField
              label={t('framework.benchmarkKind')}
              disabled={disabled}
              value={benchmark.kind}
              onChange={(kind) => change({ kind })}
              options={t('framework.benchmarkKinds', { returnObjects: true })}
            />
            <SelectField
              label={t('framework.sense')}
              disabled={disabled}
              value={benchmark.sense}
              onChange={(sense) => change({ sense })}
              options={t('framework.senses', { returnObjects: true })}
            />
            <TextField
              label={t('framework.value')}
              disabled={disabled}
              value={benchmark.value}
              onChange={(value) => change({ value })}
            />
            <TextField
              label={t('framework.per')}
              disabled={disabled}
              value={benchmark.per ?? ''}
              onChange={(per) => change({ per })}
            />
            <TextField
              label={t('framework.url')}
              disabled={disabled}
              value={benchmark.url ?? ''}
              onChange={(url) => change({ url })}
            />
            {(['label', 'citation'] as const).map((key) => (
              <div key={key} className={styles.wide}>
                <TextField
                  label={`${t(`framework.${key}`)} (${lang})`}
                  lang={lang}
                  disabled={disabled}
                  value={benchmark[key][lang] ?? ''}
                  onChange={(text) => change({ [key]: { ...benchmark[key], [lang]: text } })}
                />
              </div>
            ))}
            {!disabled && (
              <button
                type="button"
                className={desk.linklike}
                onClick={() => onChange(benchmarks.toSpliced(index, 1))}
              >
                {t('framework.remove', { what: benchmark.id })}
              </button>
            )}
          </Fields>
        );
      })}
      {!disabled && (
        <div>
          <button type="button" className={desk.quiet} onClick={add}>
            {t('framework.addBenchmark')}
          </button>
        </div>
      )}
    </section>
  );
}
