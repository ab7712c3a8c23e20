import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import type { ExplainedCell } from './published-quality.types.ts';
import styles from './published.module.css';

const SENTENCES: Partial<
  Record<string, 'outlier' | 'largeChange' | 'unitMagnitude' | 'cumulativeFalls'>
> = {
  OUTLIER: 'outlier',
  LARGE_CHANGE: 'largeChange',
  UNIT_MAGNITUDE: 'unitMagnitude',
  CUMULATIVE_FALLS: 'cumulativeFalls',
};
type RuleHit = ExplainedCell['hits'][number];

/** Why a cell looks as it does: sentences, and the receipt of its figure. */
export function PublishedReason(props: {
  cell: ExplainedCell;
  name: string;
  releaseSearch: { release?: string };
}) {
  const { cell, name, releaseSearch } = props;
  const { area, indicator, year, hidden, dueOn, submittedOn, missingReason, revisions } = cell;
  const { t } = useTranslation('about');
  const { t: shared } = useTranslation();
  const format = useFormat();
  const hasFigure = cell.class === 'reported';
  const sentence = ({ code, params }: RuleHit) => {
    const given = new Map(params.map((one) => [one.name, one.value]));
    const figure = (param: string) => format.number(given.get(param) ?? '0');
    return t(`quality.hit.${SENTENCES[code] ?? 'other'}`, {
      previousYear: given.get('previousYear'),
      previous: figure('previous'),
      factor: figure('factor'),
    });
  };
  return (
    <div className={styles.reason} id="reason" role="region" aria-label={`${name}, ${year}`}>
      <p>
        <strong>
          {name}, {year}
        </strong>
        : {t(`quality.look.${hidden ? 'hidden' : cell.class}`)}
      </p>
      {hidden && <p>{t('quality.hiddenText')}</p>}
      {dueOn !== null && <p>{t('quality.askedBy', { date: format.date(dueOn) })}</p>}
      {cell.class === 'overdue' && <p>{t('quality.overdueText')}</p>}
      {missingReason !== null && <p>{t(`quality.missing.${missingReason}`)}</p>}
      {hasFigure && !hidden && (
        <p>
          {submittedOn === null
            ? t('quality.fromSource')
            : t(cell.marks.includes('LATE') ? 'quality.submittedLate' : 'quality.submittedOn', {
                date: format.date(submittedOn),
              })}
        </p>
      )}
      {cell.marks.includes('PROVISIONAL') && <p>{t('quality.provisionalText')}</p>}
      {cell.marks.includes('ESTIMATED') && <p>{t('quality.estimatedText')}</p>}
      {revisions > 0 && (
        <p>
          {t('quality.revisedTimes', { count: revisions })}
          {cell.reason !== null && `: ${shared(`reason.${cell.reason}`)}`}
        </p>
      )}
      {cell.hits.map((hit) => (
        <p key={hit.code}>▲ {sentence(hit)}</p>
      ))}
      {hasFigure && (
        <p>
          <PageLink
            to="/$lang/indicators/$code"
            params={{ code: indicator }}
            search={{ ...releaseSearch, c: area, receipt: `${area}.${year}` }}
          >
            {t('quality.receipt')}
          </PageLink>
        </p>
      )}
    </div>
  );
}
