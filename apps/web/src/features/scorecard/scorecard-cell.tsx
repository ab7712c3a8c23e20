import { isAssessed } from '@qadam/domain';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CoverageFigure } from '../../ui/coverage-figure.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { knownFacts } from '../../ui/known-facts.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { toneClass } from '../../ui/tone.ts';
import { useFormat } from '../../ui/use-format.ts';
import { historyText, yearsOf } from '../../ui/year-shares.ts';
import { factsOf, movedOf, movedText, softened } from './cell-text.ts';
import type { Cell, CellView, Row, ScorecardData } from './scorecard.types.ts';
import styles from './scorecard-cell.module.css';

const root = getRouteApi('__root__');

/** Where an action stands in one area: shape and word, and what was asked for. On a phone a tile, which leads to the action as the cell does. */
export function ScorecardCell(props: {
  row: Row;
  cell: Cell;
  areas: ScorecardData['areas'];
  search: { release?: string; year?: string };
  view: CellView;
  marked: boolean;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { row, cell, areas, search, view } = props;
  const area = areas.find(({ code }) => code === cell.area);
  const whole = row.action.scope === 'REGION';
  const arrow = movedOf(cell)?.arrow ?? '';
  const was = movedText(t, format, cell);
  const { central } = cell.coverage;
  return (
    <td
      role="cell"
      colSpan={whole ? areas.length : 1}
      className={`${styles.cell ?? ''} ${toneClass(cell.status)}`}
      data-marked={props.marked || undefined}
    >
      <span className={styles.where} aria-hidden="true">
        {area ? area.code : t('scorecard.allFour')}
      </span>
      {whole && <span className={styles.shared}>{t('scorecard.shared')}</span>}
      <span className={styles.word}>
        <Glyph status={cell.status} className={styles.glyph} />
        <Link
          to="/$lang/actions/$code"
          params={{ lang, code: row.action.code }}
          search={whole ? search : { ...search, c: cell.area }}
        >
          <span className="visually-hidden">
            {row.action.code}, {area ? <LocalText of={area.name} /> : t('scorecard.allFour')}:{' '}
          </span>
          {t(`status.${cell.status}`)}
        </Link>
        {arrow !== '' && (
          <span className={styles.arrow} aria-hidden="true">
            {arrow}
          </span>
        )}
      </span>
      <span className={styles.tile} aria-hidden="true">
        {isAssessed(cell.status) && central !== null && (
          <strong>{format.percent(String(central))}</strong>
        )}
        {softened(t(`status.${cell.status}`))} {arrow}
      </span>
      <div className={styles.rest}>
        {view === 'status' && (
          <>
            <History cell={cell} />
            <Figure row={row} cell={cell} />
            {was !== null && <span className={styles.was}>{was}</span>}
          </>
        )}
        {view === 'value' && <Values row={row} cell={cell} search={search} />}
        {view === 'change' && (
          <span className={styles.figure}>
            {cell.move === null ? t('move.first') : (was ?? t('move.none'))}
          </span>
        )}
      </div>
    </td>
  );
}

function Figure({ row, cell }: { row: Row; cell: Cell }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (isAssessed(cell.status))
    return (
      <span className={styles.figure}>
        <CoverageFigure coverage={cell.coverage} />
      </span>
    );
  const { total, facts, others } = knownFacts(t, format, row.indicators, cell.area);
  const known =
    facts.length === 0
      ? t('coverage.nothing', { total })
      : t('coverage.known', { known: facts.length, total, facts: facts.join(', ') });
  return (
    <span className={styles.figure}>
      {known}
      {others > 0 && `; ${t('coverage.others', { count: others })}`}
    </span>
  );
}

/** The share of the way over ten years, each judged with what is known now; from 0 to 100, so that cells can be compared. */
function History({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = historyText(t, format, cell.history);
  if (said === null) return null;
  const { firstYear, percents } = cell.history;
  return (
    <span className={styles.history} title={said}>
      <Sparkline points={yearsOf(firstYear, percents)} color="currentColor" range={[0, 100]} />
      <span className="visually-hidden">{said}</span>
    </span>
  );
}

function Values(props: { row: Row; cell: Cell; search: { release?: string } }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { release } = props.search;
  return (
    <ul className={styles.values}>
      {factsOf(t, format, props.row, props.cell).map(({ code, name, text, hidden, known }) => (
        <li key={code} title={name}>
          <Link
            to="/$lang/indicators/$code"
            params={{ lang, code }}
            search={release === undefined ? {} : { release }}
          >
            {code}
          </Link>{' '}
          {hidden ? <Hidden /> : known ? <strong>{text}</strong> : text}
        </li>
      ))}
    </ul>
  );
}
