import { useTranslation } from 'react-i18next';
import { canSomewhere } from '@qadam/domain';
import { isLanguage, languages } from '@qadam/i18n';
import { Alternatives } from '../../desk/alternatives/alternatives.tsx';
import desk from '../../desk/desk.module.css';
import { EvidenceName } from '../../desk/evidence/evidence-name.tsx';
import { EvidenceList } from '../../desk/evidence/evidence-panel.tsx';
import {
  MarkEvidenceDocument,
  type EvidenceFragment,
} from '../../desk/evidence/evidence.generated.ts';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useProblemText } from '../../desk/problem-text.ts';
import { ReportedFigure, sourceOf } from '../../desk/reported-figure.tsx';
import { useMe } from '../../desk/session.ts';
import { RevisionList, Thread } from '../../desk/thread.tsx';
import { useChange } from '../../desk/use-change.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import styles from './review.module.css';

/** Why a value has to be looked at: what the rules found, what other sources say, and the reporter's comment. */
export function Checks(props: {
  observation: WorkObservationFragment;
  nameOf?: (area: string) => string;
}) {
  const { observation, nameOf = (area) => area } = props;
  const { hits, current, remarks, kind } = observation;
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const found = hits.filter(({ severity }) => severity !== 'OK');
  const notes = remarks.flatMap((remark) =>
    remark === 'RULE_HIT' || remark === 'COMMENT' || remark === 'CONVERSATION' ? [] : [remark],
  );
  const isFirst = remarks.some((one) => one === 'FIRST_VALUE' || one === 'FAR_FROM_KNOWN');
  return (
    <div className={styles.checks}>
      {remarks.length === 0 && <p className={desk.soft}>✓ {t('review.noHits')}</p>}
      {found.map((hit) => (
        <p key={hit.code} className={hit.severity === 'ERROR' ? desk.error : desk.warning}>
          {hit.severity === 'ERROR' ? '✕' : '▲'} {sentence(hit)}
        </p>
      ))}
      {notes.map((remark) => (
        <p key={remark} className={remark === 'FAR_FROM_KNOWN' ? desk.warning : desk.soft}>
          {t(`review.remark.${remark}`)}
        </p>
      ))}
      {isFirst && kind === 'NUMERIC' && <Elsewhere observation={observation} nameOf={nameOf} />}
      {current.comment !== null && <q>{current.comment}</q>}
    </div>
  );
}

/** What other sources say of the same year, and what the other countries reported. */
function Elsewhere(props: {
  observation: WorkObservationFragment;
  nameOf: (area: string) => string;
}) {
  const { observation, nameOf } = props;
  const figures = [
    ...observation.alternatives.map((one) => [one.sourceTitle, one.value, null] as const),
    ...observation.neighbours.map((one) => [nameOf(one.area), one.value, one.year] as const),
  ];
  return (
    <ul className="plain-list">
      {figures.map(([of, value, year]) => (
        <li key={of} className={desk.soft}>
          {of}: <ReportedFigure indicator={observation} value={value} />
          {year !== null && ` (${year})`}
        </li>
      ))}
    </ul>
  );
}

/** Where a value comes from, and what proves it. */
export function Provenance({ observation }: { observation: WorkObservationFragment }) {
  const source = sourceOf(observation.current);
  return (
    <div className={styles.checks}>
      {source !== null && <p>{source}</p>}
      {observation.evidence.map((one) => (
        <p key={one.id}>
          <EvidenceName of={one} />
        </p>
      ))}
    </div>
  );
}

/** The details of a submitted value: its versions, its evidence, other sources, and the conversation. */
export function ReviewDetails({ observation }: { observation: WorkObservationFragment }) {
  const { t } = useTranslation('desk');
  const mayMark = canSomewhere(useMe(), 'MARK_EVIDENCE') === 'ALLOWED';
  return (
    <div className={desk.behind}>
      <section>
        <h3>{t('details.history')}</h3>
        <RevisionList observation={observation} />
      </section>
      <section>
        <h3>{t('details.thread')}</h3>
        <Thread observation={observation} />
      </section>
      <section>
        <h3>{t('evidence.title')}</h3>
        <EvidenceList
          evidence={observation.evidence}
          actions={mayMark ? (one) => <PublicMark evidence={one} /> : undefined}
        />
      </section>
      {observation.whole && <Alternatives observation={observation} />}
    </div>
  );
}

/** An officer marks whether evidence is public, and its language. */
function PublicMark({ evidence }: { evidence: EvidenceFragment }) {
  const { id, title, public: isPublic, lang } = evidence;
  const { t } = useTranslation('desk');
  const { busy, problems, change } = useChange();
  const mark = (isMarked: boolean, language: string | null) =>
    void change(MarkEvidenceDocument, {
      evidence: id,
      public: isMarked,
      lang: language !== null && isLanguage(language) ? language : null,
    });
  return (
    <>
      <label title={t('evidence.publicHint')}>
        <input
          type="checkbox"
          aria-label={t('evidence.markPublic', { name: title })}
          checked={isPublic}
          disabled={busy}
          onChange={(event) => mark(event.target.checked, lang)}
        />{' '}
        {t('evidence.public')} <span className={desk.soft}>({t('evidence.publicHint')})</span>
      </label>
      {isPublic && (
        <label>
          {t('evidence.language')}{' '}
          <select
            value={lang ?? ''}
            disabled={busy}
            onChange={(event) => mark(true, event.target.value)}
          >
            <option value="">{t('evidence.noLanguage')}</option>
            {languages.map((code) => (
              <option key={code} value={code}>
                {t(`admin.lang.${code}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ProblemList problems={problems} />
    </>
  );
}
