import { useTranslation } from 'react-i18next';
import { LocalText } from '../local-text.tsx';
import type { LawCell, StageNames } from './law.types.ts';
import styles from './law-matrix.module.css';
import { IN_FORCE } from '@qadam/domain';

/** Five steps, filled from the left up to the stage; the stage is also given as a word beside them. */
function Steps({ stage }: { stage: number }) {
  return (
    <svg className={styles.steps} viewBox="0 0 132 9" width="132" height="9" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((step) => (
        <rect
          key={step}
          x={(step - 1) * 27}
          width="24"
          height="9"
          rx="2"
          className={
            step > stage ? styles.ahead : step < IN_FORCE ? styles.reached : styles.inForce
          }
        />
      ))}
    </svg>
  );
}

/** A cell: five steps, the stage in words, its date, provision and basis. */
export function LawStage({ cell, stages }: { cell: LawCell; stages: StageNames }) {
  const { t } = useTranslation();
  const { stage, since, lastDate, provision, basis } = cell;
  // "not begun" did not start on a date, so it shows when that was last known
  const seen = stage === 0 ? (lastDate ?? since) : since;
  const name = stage === null ? undefined : stages?.[stage];
  return (
    <>
      {stage === null ? (
        <span className={styles.unknown}>{t('law.noLonger')}</span>
      ) : (
        <Steps stage={stage} />
      )}
      {name !== undefined && (
        <b>
          <LocalText of={name} />
        </b>
      )}{' '}
      {seen !== null && stage !== null && (
        <small>{t(stage === 0 ? 'law.asOf' : 'law.since', { year: seen.slice(0, 4) })}</small>
      )}
      {basis !== null && stage !== null && (
        <>
          <small>{' · '}</small>
          <small className={styles[basis]}>{t(`law.${basis}`)}</small>
        </>
      )}
      {provision !== null && (
        <>
          <small>{' · '}</small>
          <small lang="en">{provision}</small>
        </>
      )}
    </>
  );
}
