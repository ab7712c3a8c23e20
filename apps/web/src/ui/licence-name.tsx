import { useTranslation } from 'react-i18next';
import { licenceText } from './licence-text.ts';

/** A licence, marked with its language where it is not the reader's. */
export function LicenceName({ of }: { of: string }) {
  const { t } = useTranslation();
  const { text, lang } = licenceText(t, of);
  return <span lang={lang}>{text}</span>;
}
