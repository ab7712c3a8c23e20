import { readingsOf } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { typed } from '../../desk/decimal-mark.ts';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { useFormat } from '../../ui/use-format.ts';
import { useReturn } from './open-return.ts';

/**
 * Asks what was meant by "1,234". The text stays as it was typed until somebody answers. If the page's own decimal mark
 * decided it, only the other meaning is offered.
 */
export function WhichNumber(props: {
  text: string;
  cell: { unit: string };
  /** How the text was understood; null: it was not understood. */
  read: 'DECIMALS' | null;
  label: string;
  onAnswer: (text: string) => void;
}) {
  const { text, cell, onAnswer } = props;
  const { mark } = useReturn().store;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const readings = readingsOf({ text, unit: cell.unit });
  if (readings === null) return null;
  const answer = (value: string, words = format.number(value)) => (
    <Button onClick={() => onAnswer(typed(value, mark))}>{words}</Button>
  );
  const { thousands, decimals } = readings;
  const question = t('grid.whichNumber');
  return (
    <div className={desk.row} role="group" aria-label={`${question} ${props.label}`}>
      {props.read === 'DECIMALS' ? (
        answer(thousands, t('grid.meant', { value: format.number(thousands) }))
      ) : (
        <>
          <span>{question}</span>
          {answer(thousands)}
          <span>{t('grid.or')}</span>
          {answer(decimals)}
        </>
      )}
    </div>
  );
}
