import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EvidenceList } from '../../desk/evidence/evidence-list.tsx';
import look from '../../desk/desk.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { LocalText } from '../../ui/local-text.tsx';
import type { ReviewReturnFragment } from './review-queue.generated.ts';
import styles from './review.module.css';

const root = getRouteApi('__root__');

/** Whose return this is, what was written to it, and the way to all the others. */
export function ReturnHead({ handedIn, name }: { handedIn: ReviewReturnFragment; name: string }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const when = useWhen();
  const { number, cycle, organisation, submittedBy, submittedAt, note, letter } = handedIn;
  return (
    <div className={styles.head}>
      <p>
        <Link to="/$lang/review" params={{ lang }} preload={false}>
          {t('review.allReturns')}
        </Link>
      </p>
      <h1>
        {name}, {cycle}
      </h1>
      <p>
        {t('review.returnOf', { number, count: handedIn.handedIn })}{' '}
        {organisation && (
          <>
            <LocalText of={organisation} /> ·{' '}
          </>
        )}
        {submittedBy.name} · {when(submittedAt)}
      </p>
      {note !== null && (
        <p className={styles.readOnly}>
          {t('review.note')} <q>{note}</q>
        </p>
      )}
      {letter && (
        <div>
          <p className={look.soft}>{t('review.letter')}</p>
          <EvidenceList evidence={[letter]} actions={undefined} />
        </div>
      )}
      <p>
        <Link
          to="/$lang/report/$iso3/$cycle"
          params={{ lang, iso3: handedIn.area, cycle: String(cycle) }}
          preload={false}
        >
          {t('review.wholeForm')}
        </Link>
      </p>
    </div>
  );
}
