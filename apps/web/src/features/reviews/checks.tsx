import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useProblemText } from '../../desk/problem-text.ts';
import { EvidenceName } from '../../desk/evidence/evidence-list.tsx';
import { FactLine } from '../../desk/fact-line.tsx';
import { sourceOf } from '../../desk/source-of.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import styles from './review.module.css';

/** What the rules found, and the reporter's comment. */
export function Checks({ observation }: { observation: WorkObservationFragment }) {
  const { hits, current, remarks } = observation;
  const source = sourceOf(current);
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const found = hits.filter(({ severity }) => severity !== 'OK');
  const notes = remarks.flatMap((remark) =>
    remark === 'RULE_HIT' || remark === 'COMMENT' || remark === 'CONVERSATION' ? [] : [remark],
  );
  return (
    <div className={styles.checks}>
      {remarks.length === 0 && <p className={desk.soft}>✓ {t('review.noHits')}</p>}
      {found.map((hit) => (
        <p key={hit.code} className={hit.severity === 'ERROR' ? desk.error : desk.warning}>
          {hit.severity === 'ERROR' ? '✕' : '▲'} {sentence(hit)}
        </p>
      ))}
      {notes.map((remark) => (
        <p key={remark} className={desk.soft}>
          {t(`review.remark.${remark}`)}
        </p>
      ))}
      {current.comment !== null && <q>{current.comment}</q>}
      {observation.element !== null && current.factDate !== null && (
        <p>
          <FactLine of={current} />
        </p>
      )}
      {observation.element !== null &&
        observation.evidence.map((one) => (
          <p key={one.id}>
            <EvidenceName of={one} />
          </p>
        ))}
      {source !== null && (
        <p className={desk.soft}>
          {t('review.source')} {source}
        </p>
      )}
      {current.author && (
        <p className={desk.soft}>
          {t('review.by')} {current.author.name}
        </p>
      )}
    </div>
  );
}
