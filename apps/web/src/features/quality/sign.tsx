import { useTranslation } from 'react-i18next';
import { LevelMark } from '../../ui/level-mark.tsx';
import { SIGNS, type Look } from './published-look.ts';

const CLOCK = { word: 'BEGUN', percent: null } as const;

/** What a cell shows and the key explains. What is not due yet is drawn: few typefaces have that clock. */
export function Sign({ look }: { look: Look }) {
  const { t } = useTranslation('public');
  if (look === 'hidden') return <>{t('figure.c')}</>;
  if (look === 'notDue') return <LevelMark level={CLOCK} />;
  return <>{SIGNS[look].glyph}</>;
}
