import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import look from '../../desk/desk.module.css';
import { EvidenceList } from '../../desk/evidence/evidence-panel.tsx';
import { useMe } from '../../desk/session.ts';
import { useWhen } from '../../desk/use-when.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { isRoutine } from './review-queue.ts';
import type { ReviewReturnFragment } from './review-queue.generated.ts';
import styles from './review.module.css';

/** The values of a return that are listed and wait: all that wait, unless the return is a large one. */
function waitingOf(
  { observations }: Pick<ReviewReturnFragment, 'observations'>,
  submitted: readonly WorkObservationFragment[],
): WorkObservationFragment[] {
  const own = new Set(observations);
  return submitted.filter(({ id }) => own.has(id));
}

/** How many more values of a return wait than are listed. In the queue a large return is not listed at all, and on its own page only in part. */
export function unlistedOf(
  one: ReviewReturnFragment,
  submitted: readonly WorkObservationFragment[],
  isChosen = false,
): number {
  if (!isChosen && one.observations.length > 0) return 0;
  return one.waiting - waitingOf(one, submitted).length;
}

/** Returns that wait, the oldest first, each with a link to its page. */
export function ReturnList(props: {
  returns: readonly ReviewReturnFragment[];
  submitted: readonly WorkObservationFragment[];
  nameOf: (area: string) => string;
}) {
  const { returns, submitted, nameOf } = props;
  const { lang, number } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  if (returns.length === 0) return null;
  return (
    <section aria-labelledby="review-returns" className={look.tight}>
      <h2 id="review-returns">
        {t('review.returns')} <span className={styles.count}>{number(String(returns.length))}</span>
      </h2>
      <ul className={styles.returns}>
        {returns.map((one) => {
          const listed = waitingOf(one, submitted);
          const remarkable = listed.filter((each) => !isRoutine(each, me.id)).length;
          return (
            <li key={one.id}>
              <Link to="/$lang/review/$id" params={{ lang, id: one.id }} preload={false}>
                {nameOf(one.area)}, {one.cycle}
              </Link>
              <span>
                {t('review.valuesWait', { count: listed.length + unlistedOf(one, submitted) })}
                {listed.length > 0 && `, ${t('review.remarkable', { count: remarkable })}`}
              </span>
              <span className={look.soft}>
                <HandedIn of={one} /> · {one.number}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Whose return this is, with links to related pages. */
export function ReturnHead({ handedIn }: { handedIn: ReviewReturnFragment }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { area, number, cycle } = handedIn;
  return (
    <>
      <p className={look.soft}>
        {t('review.returnOf', { number, count: handedIn.handedIn })} <HandedIn of={handedIn} />
      </p>
      <Link
        to="/$lang/report/$iso3/$cycle"
        params={{ lang, iso3: area, cycle: String(cycle) }}
        preload={false}
      >
        {t('review.wholeForm')}
      </Link>
      <Link to="/$lang/review" params={{ lang }} activeOptions={{ exact: true }} preload={false}>
        {t('review.allReturns')}
      </Link>
    </>
  );
}

/** What came with a return: the reporter's note and the signed letter. */
export function ReturnNote({ of }: { of: ReviewReturnFragment }) {
  const { t } = useTranslation('desk');
  const { note, letter } = of;
  return (
    <>
      {note !== null && (
        <p className={look.notice}>
          {t('review.note')} <q>{note}</q>
        </p>
      )}
      {letter && (
        <div>
          <p className={look.soft}>{t('review.letter')}</p>
          <EvidenceList evidence={[letter]} actions={undefined} />
        </div>
      )}
    </>
  );
}

/** The body and person that handed the return in, and when. */
function HandedIn({ of }: { of: ReviewReturnFragment }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  return (
    <>
      {of.organisation && (
        <>
          <LocalText of={of.organisation} /> ·{' '}
        </>
      )}
      {of.submittedBy.name}
      {of.signedBy && `, ${t('signature.signedBy', { name: of.signedBy.name })}`} ·{' '}
      {when(of.submittedAt)}
    </>
  );
}
