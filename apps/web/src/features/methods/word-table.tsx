import { LEVEL_WORDS } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { LevelMark } from '../../ui/level-mark.tsx';
import { Table } from '../../ui/table.tsx';
import { useLevelText } from '../../ui/use-level-text.ts';

/** Every word of a level with its mark and meaning. */
export function WordTable() {
  const { t } = useTranslation('about');
  const text = useLevelText();
  return (
    <Table
      caption={t('methods.wordCaption')}
      head={[t('methods.word'), t('methods.meaning')]}
      rows={LEVEL_WORDS.map((word) => [
        <span key={word}>
          <LevelMark level={{ word, percent: word === 'PARTLY_KNOWN' ? 50 : null }} />{' '}
          {text.word(word)}
        </span>,
        t(`methods.wordMeaning.${word}`),
      ])}
    />
  );
}
