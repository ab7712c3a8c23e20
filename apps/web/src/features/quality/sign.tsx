import { useTranslation } from 'react-i18next';
import { SIGNS, type CellStateName } from './published-state.ts';

/** What a cell shows and the key explains. */
export function Sign({ look }: { look: CellStateName }) {
  const { t } = useTranslation('public');
  if (look === 'hidden') return <>{t('figure.c')}</>;
  return <>{SIGNS[look].glyph}</>;
}
