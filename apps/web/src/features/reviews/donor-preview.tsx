import { useTranslation } from 'react-i18next';
import { sourceOf } from '../../desk/source-of.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { openWord } from '../../charts/reading-text.ts';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './review.module.css';

/** The value with the parts that the public pages show, so far as disclosure control lets it through at the release. */
export function DonorPreview(props: { observation: WorkObservationFragment; name: string }) {
  const { observation, name } = props;
  const { current } = observation;
  const { t } = useTranslation('desk');
  const { t: say } = useTranslation();
  const source = sourceOf(current);
  const word = openWord(current.obsStatus);
  const status = current.missingReason === 'SUPPRESSED' ? 'Q' : current.obsStatus;
  return (
    <figure className={styles.preview}>
      <figcaption>{t('value.preview')}</figcaption>
      <p>
        <LocalText of={observation.indicatorName} />, {name}, {observation.year}
      </p>
      <p className={styles.big}>
        <Figure indicator={observation} value={current.value} status={status} />{' '}
        {word && <small>{say(`chart.status.${word}`)}</small>}
      </p>
      <p className={styles.meta}>
        <LocalText of={observation.unitText} />
      </p>
      {source !== null && (
        <p className={styles.meta}>
          {t('review.source')} {source}
        </p>
      )}
      {observation.alternatives.length > 0 && (
        <p className={styles.meta}>
          {t('value.others', { count: observation.alternatives.length })}
        </p>
      )}
      <p className={styles.meta}>{t('value.previewHint')}</p>
    </figure>
  );
}
