import { useTranslation } from 'react-i18next';
import { isSheetKey, MANDATORY_SHEET_KEYS, SHEET_KEYS } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { bind, BoundText } from './fields.tsx';
import { completenessOf, type IndicatorDraft } from './indicator-draft.ts';

/** All texts of an indicator in one language, below a line that names the missing ones. */
export function TextPanel(props: {
  draft: IndicatorDraft;
  lang: Language;
  disabled: boolean;
  onChange: (patch: Partial<IndicatorDraft>) => void;
}) {
  const { draft, lang, disabled, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const { missing } = completenessOf(draft, lang);
  const names: Readonly<Record<string, string>> = {
    name: t('desk:framework.name'),
    definition: t('public:indicator.sheet.definition'),
    unitText: t('public:indicator.sheet.unit'),
    elements: t('desk:framework.elements'),
  };
  const nameOf = (key: string) =>
    isSheetKey(key) ? t(`public:indicator.sheet.${key}`) : (names[key] ?? key);
  const bound = bind(draft, onChange, disabled);
  return (
    <>
      <p className={desk.soft}>
        {missing.length === 0
          ? t('desk:framework.nothingMissing')
          : t('desk:framework.missing', { fields: missing.map(nameOf).join(', ') })}
      </p>
      {(['name', 'definition', 'unitText'] as const).map((key) => (
        <BoundText
          key={key}
          label={nameOf(key)}
          {...(key === 'definition' ? { rows: 3 } : {})}
          {...bound.texts(key, lang)}
        />
      ))}
      {draft.kind === 'MILESTONE' && (
        <div className={desk.stack}>
          {draft.stages.map((stage, n) => (
            <BoundText
              key={n}
              label={t('desk:framework.stage', { n })}
              lang={lang}
              disabled={disabled}
              value={stage[lang] ?? ''}
              onChange={(text) =>
                onChange({ stages: draft.stages.with(n, { ...stage, [lang]: text }) })
              }
            />
          ))}
          {!disabled && (
            <Button look="linklike" onClick={() => onChange({ stages: [...draft.stages, {}] })}>
              {t('desk:framework.addStage')}
            </Button>
          )}
        </div>
      )}
      {SHEET_KEYS.map((key) => (
        <BoundText
          key={key}
          field={`sheet.${lang}.${key}`}
          label={
            MANDATORY_SHEET_KEYS.includes(key)
              ? nameOf(key)
              : t('desk:framework.optional', { name: nameOf(key) })
          }
          rows={2}
          lang={lang}
          // the API sets it to the day of the change
          disabled={disabled || key === 'updated'}
          value={draft.sheet[key]?.[lang] ?? ''}
          onChange={(text) =>
            onChange({ sheet: { ...draft.sheet, [key]: { ...draft.sheet[key], [lang]: text } } })
          }
        />
      ))}
    </>
  );
}
