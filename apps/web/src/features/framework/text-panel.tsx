import { useTranslation } from 'react-i18next';
import { MANDATORY_SHEET_KEYS, SHEET_KEYS, type SheetKey } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { TextField } from './fields.tsx';
import { completenessOf, type IndicatorDraft } from './indicator-draft.ts';
import { StageFields } from './stage-fields.tsx';

const isMandatory = (key: SheetKey) => (MANDATORY_SHEET_KEYS as readonly SheetKey[]).includes(key);
const isSheetKey = (key: string): key is SheetKey => SHEET_KEYS.some((one) => one === key);

/** All texts of an indicator in one language, and which of them are missing. */
export function TextPanel(props: {
  draft: IndicatorDraft;
  lang: Language;
  disabled: boolean;
  onChange: (patch: Partial<IndicatorDraft>) => void;
}) {
  const { draft, lang, disabled, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const { missing } = completenessOf(draft, lang);
  const nameOf = (key: string) =>
    isSheetKey(key)
      ? t(`public:indicator.sheet.${key}`)
      : key === 'name'
        ? t('desk:framework.name')
        : key === 'definition'
          ? t('public:indicator.sheet.definition')
          : key === 'elements'
            ? t('desk:framework.elements')
            : t('public:indicator.sheet.unit');
  return (
    <>
      <p className={desk.soft}>
        {missing.length === 0
          ? t('desk:framework.nothingMissing')
          : t('desk:framework.missing', { fields: missing.map(nameOf).join(', ') })}
      </p>
      {(['name', 'definition', 'unitText'] as const).map((key) => (
        <TextField
          key={key}
          label={`${nameOf(key)} *`}
          lang={lang}
          disabled={disabled}
          {...(key === 'definition' ? { rows: 3 } : {})}
          value={draft[key][lang] ?? ''}
          onChange={(text) => onChange({ [key]: { ...draft[key], [lang]: text } })}
        />
      ))}
      {draft.kind === 'MILESTONE' && (
        <StageFields
          stages={draft.stages}
          lang={lang}
          disabled={disabled}
          onChange={(stages) => onChange({ stages })}
        />
      )}
      {SHEET_KEYS.map((key) => (
        <TextField
          key={key}
          label={isMandatory(key) ? `${nameOf(key)} *` : nameOf(key)}
          lang={lang}
          rows={2}
          // set by the api to the day of the change
          disabled={disabled || key === 'updated'}
          value={draft.sheet[key]?.[lang] ?? ''}
          onChange={(text) =>
            onChange({
              sheet: { ...draft.sheet, [key]: { ...draft.sheet[key], [lang]: text } },
            })
          }
        />
      ))}
    </>
  );
}
