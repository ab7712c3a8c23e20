import { actionLevel } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { LevelMark } from '../../ui/level-mark.tsx';
import { useLevelText } from '../../ui/use-level-text.ts';
import { useFormat } from '../../ui/use-format.ts';

const law = '0.8';

export function ActionExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const text = useLevelText();
  const { word, percent, known, total } = actionLevel({
    indicators: [
      { code: 'law', level: law, known: 4, total: 4, movement: 'NONE' },
      { code: 'number', level: null, known: 0, total: 1, movement: 'UNKNOWN', reason: 'NO_DATA' },
    ],
  });
  const level = {
    ...{ word, known, total, percent: percent.level, low: percent.low ?? 0 },
    ...{ high: percent.high ?? 100, movement: 'NONE' as const, points: null },
  };
  return (
    <p>
      {t('methods.actionExample', { law: format.percent(String(Number(law) * 100)) })}{' '}
      <LevelMark level={level} /> {text.percent(level)} {text.word(word)}; {text.range(level)}.
    </p>
  );
}
