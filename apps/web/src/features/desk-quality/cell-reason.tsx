import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../desk/problem-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import styles from './quality.module.css';
import type { QualityCell } from './quality.types.ts';

/** Why a cell of the grid looks as it does. */
export function CellReason({ cell, name }: { cell: QualityCell; name: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const sentence = useProblemText();
  const { observation, submittedOn, missingReason, comment, revisions, hits } = cell;
  return (
    <div className={styles.reason} role="region" aria-label={name}>
      <p>
        <strong>{name}</strong>: {t(`quality.class.${cell.class}`)} · {t(`state.${cell.state}`)}
      </p>
      {submittedOn !== null && (
        <p>{t('quality.submittedOn', { date: format.date(submittedOn) })}</p>
      )}
      {missingReason !== null && <p>{t(`missing.${missingReason}`)}</p>}
      {revisions > 0 && <p>{t('quality.revisedTimes', { count: revisions })}</p>}
      {hits.map((hit) => (
        <p key={hit.code}>▲ {sentence(hit)}</p>
      ))}
      {comment !== null && <q>{comment}</q>}
      {observation !== null && (
        <p>
          <Link
            to="/$lang/values/$id"
            params={{ lang: format.lang, id: observation }}
            preload={false}
          >
            {t('quality.openValue')}
          </Link>
        </p>
      )}
    </div>
  );
}
