import { useTranslation } from 'react-i18next';
import { Glyph } from '../../ui/glyph.tsx';
import { SIGNS, type Look } from './published-look.ts';

/** What a cell shows and the key explains. What is not due yet is drawn: few typefaces have that clock. */
export function Sign({ look }: { look: Look }) {
  const { t } = useTranslation('public');
  if (look === 'hidden') return <>{t('figure.c')}</>;
  if (look === 'notDue') return <Glyph status="PENDING" />;
  return <>{SIGNS[look].glyph}</>;
}
