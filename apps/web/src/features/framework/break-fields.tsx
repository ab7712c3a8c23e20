import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { SelectField, TextField } from './fields.tsx';
import styles from './framework.module.css';
import type { BreakDraft } from './indicator-draft.ts';
import { Parts } from './parts.tsx';

/** Where a series is cut: values before and after it are not comparable. */
export function BreakFields(props: {
  breaks: BreakDraft[];
  areas: ReadonlyMap<string, string>;
  lang: Language;
  disabled: boolean;
  onChange: (breaks: BreakDraft[]) => void;
}) {
  const { breaks, areas, lang, ...rest } = props;
  const { t } = useTranslation('desk');
  const blank = (): BreakDraft => ({
    ...{ area: [...areas.keys()][0] ?? '', year: new Date().getFullYear() - 1 },
    ...{ kind: 'definition', note: {}, source: null },
  });
  return (
    <section className={desk.stack}>
      <h2>{t('framework.breaks')}</h2>
      <Parts
        parts={breaks}
        nameOf={({ area, year }) => t('framework.break', { area, year })}
        legendOf={(name) => name}
        add={{ label: t('framework.addBreak'), part: blank }}
        {...rest}
      >
        {(_, bound) => (
          <>
            <SelectField
              label={t('framework.area')}
              options={Object.fromEntries(areas)}
              {...bound.is('area')}
            />
            <TextField label={t('framework.year')} {...bound.whole('year')} />
            <SelectField
              label={t('framework.breakKind')}
              options={t('framework.breakKinds', { returnObjects: true })}
              {...bound.is('kind')}
            />
            <div className={styles.wide}>
              <TextField
                label={`${t('framework.noteText')} (${lang})`}
                {...bound.texts('note', lang)}
              />
            </div>
          </>
        )}
      </Parts>
    </section>
  );
}
