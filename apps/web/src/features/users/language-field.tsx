import { useTranslation } from 'react-i18next';
import { languages, type Language } from '@qadam/i18n';
import { SelectField } from '../../desk/select-field.tsx';

/** One of the six languages, by its name in the language of the page. */
export function LanguageField(props: {
  label: string;
  hint?: string;
  value: Language;
  onChange: (language: Language) => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <SelectField
      {...props}
      options={languages.map((lang) => [lang, t(`admin.lang.${lang}`)] as const)}
      onChange={(lang) => props.onChange(lang as Language)}
    />
  );
}
