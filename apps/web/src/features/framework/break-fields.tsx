import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { Fields, SelectField, TextField } from './fields.tsx';
import styles from './framework.module.css';
import type { BreakDraft } from './indicator-draft.ts';

/** Where a series is cut: values before and after it are not comparable. */
export function BreakFields(props: {
  breaks: BreakDraft[];
  areas: ReadonlyMap<string, string>;
  lang: Language;
  disabled: boolean;
  onChange: (breaks: BreakDraft[]) => void;
}) {
  const { breaks, areas, lang, disabled, onChange } = props;
  const { t } = useTranslation('desk');
  const names = Object.fromEntries(areas);
  const add = () => {
    const area = [...areas.keys()][0] ?? '';
    const year = new Date().getFullYear() - 1;
    onChange([...breaks, { area, year, kind: 'definition', note: {}, source: null }]);
  };
  return (
    <section className={desk.stack}>
      <h2>{t('framework.breaks')}</h2>
      {breaks.map((one, index) => {
        const what = { area: one.area, year: one.year };
        const change = (patch: Partial<BreakDraft>) =>
          onChange(breaks.with(index, { ...one, ...patch }));
        return (
          <Fields key={index} legend={t('framework.break', what)}>
            <SelectField
              label={t('framework.area')}
              disabled={disabled}
              value={one.area}
              onChange={(area) => change({ area })}
              options={names}
            />
            <TextField
              label={t('framework.year')}
              type="number"
              disabled={disabled}
              value={String(one.year)}
              onChange={(year) => change({ year: Math.trunc(Number(year)) })}
            />
            <SelectField
              label={t('framework.breakKind')}
              disabled={disabled}
              value={one.kind}
              onChange={(kind) => change({ kind })}
              options={t('framework.breakKinds', { returnObjects: true })}
            />
            <div className={styles.wide}>
              <TextField
                label={`${t('framework.noteText')} (${lang})`}
                lang={lang}
                disabled={disabled}
                value={one.note[lang] ?? ''}
                onChange={(text) => change({ note: { ...one.note, [lang]: text } })}
              />
            </div>
            {!disabled && (
              <button
                type="button"
                className={desk.linklike}
                onClick={() => onChange(breaks.toSpliced(index, 1))}
              >
                {t('framework.remove', { what: t('framework.break', what) })}
              </button>
            )}
          </Fields>
        );
      })}
      {!disabled && (
        <div>
          <button type="button" className={desk.quiet} onClick={add}>
            {t('framework.addBreak')}
          </button>
        </div>
      )}
    </section>
  );
}
