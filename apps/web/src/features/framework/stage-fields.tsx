import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { TextField } from './fields.tsx';
import type { Texts } from './texts.ts';

export function StageFields(props: {
  stages: Texts[];
  lang: Language;
  disabled: boolean;
  onChange: (stages: Texts[]) => void;
}) {
  const { stages, lang, disabled, onChange } = props;
  const { t } = useTranslation('desk');
  return (
    <div className={desk.stack}>
      {stages.map((stage, n) => (
        <TextField
          key={n}
          label={t('framework.stage', { n })}
          lang={lang}
          disabled={disabled}
          value={stage[lang] ?? ''}
          onChange={(text) => onChange(stages.with(n, { ...stage, [lang]: text }))}
        />
      ))}
      {!disabled && (
        <button type="button" className={desk.linklike} onClick={() => onChange([...stages, {}])}>
          {t('framework.addStage')}
        </button>
      )}
    </div>
  );
}
