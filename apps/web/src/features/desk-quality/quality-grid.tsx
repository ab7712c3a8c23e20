import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './quality.module.css';
import type { Quality, QualityCell } from './quality.types.ts';
import { Link } from '@tanstack/react-router';
import { useProblemText } from '../../desk/problem-text.ts';
import { useFormat } from '../../ui/use-format.ts';

const classGlyph: Record<QualityCell['class'], string> = {
  reported: '●',
  explained: '◐',
  overdue: '✕',
  notDue: '◔',
  notApplicable: '–',
};

const markGlyph: Record<QualityCell['marks'][number], string> = {
  LATE: '◷',
  PROVISIONAL: 'P',
  ESTIMATED: 'E',
  REVISED: '↻',
  OUTLIER: '▲',
};

type Class = keyof typeof classGlyph;
type Mark = keyof typeof markGlyph;

/** What the signs in the cells mean; those of the classes where the cells do not say it in words. */
function QualityKey({ classes }: { classes: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <p className={styles.key}>
      {classes &&
        (Object.keys(classGlyph) as Class[]).map((one) => (
          <span key={one}>
            <b>{classGlyph[one]}</b> {t(`quality.class.${one}`)}
          </span>
        ))}
      {(Object.keys(markGlyph) as Mark[]).map((mark) => (
        <span key={mark}>
          <b>{markGlyph[mark]}</b> {t(`quality.mark.${mark}`)}
        </span>
      ))}
    </p>
  );
}

/** Why a cell of the grid looks as it does. */
function CellReason({ cell, name }: { cell: QualityCell; name: string }) {
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

interface Column {
  key: string;
  name: Quality['areas'][number]['areaName'] | string;
}

const wordOf = ({ name }: Column): string => (typeof name === 'string' ? name : name.text);

/** Where years do not fit, the last of them are seen first. */
const toNewest = (frame: HTMLDivElement | null) => {
  if (frame) frame.scrollLeft = frame.scrollWidth;
};

/** Indicators by countries or by years: a class for each cell, by shape, word and colour; pressing one tells why. */
export function QualityGrid(props: {
  label: string;
  indicators: Quality['indicators'];
  columns: readonly Column[];
  cells: readonly QualityCell[];
  columnOf: (cell: QualityCell) => string;
  /** Signs without words, which the key explains: there are many columns. */
  narrow?: boolean;
}) {
  const { label, indicators, columns, cells, columnOf, narrow = false } = props;
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState<string>();
  const keyOf = (column: string, indicator: string) => `${column} ${indicator}`;
  const byKey = new Map(cells.map((cell) => [keyOf(columnOf(cell), cell.indicator), cell]));
  const opened = open === undefined ? undefined : byKey.get(open);
  return (
    <>
      <QualityKey classes={narrow} />
      <div
        ref={narrow ? toNewest : undefined}
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <table className={styles.grid} data-narrow={narrow || undefined}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('quality.indicator')}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {typeof name === 'string' ? name : <LocalText of={name} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map(({ code, name }) => (
              <Fragment key={code}>
                <tr>
                  <th scope="row">
                    {code} <LocalText of={name} />
                  </th>
                  {columns.map((column) => {
                    const key = keyOf(column.key, code);
                    const cell = byKey.get(key);
                    if (!cell) return <td key={key} aria-label={t('quality.notAsked')} />;
                    const marks = cell.marks.map((mark) => t(`quality.mark.${mark}`));
                    const words = [t(`quality.class.${cell.class}`), ...marks].join(', ');
                    return (
                      <td key={key} data-class={cell.class}>
                        <button
                          type="button"
                          aria-expanded={open === key}
                          aria-label={`${code}, ${wordOf(column)}: ${words}`}
                          title={narrow ? words : undefined}
                          onClick={() => setOpen(open === key ? undefined : key)}
                        >
                          <span aria-hidden="true">
                            {classGlyph[cell.class]}
                            {!narrow && ` ${t(`quality.class.${cell.class}`)}`}
                            {cell.marks.map((mark) => (
                              <b key={mark}> {markGlyph[mark]}</b>
                            ))}
                          </span>
                        </button>
                      </td>
                    );
                  })}
                </tr>
                {opened?.indicator === code && (
                  <tr>
                    <td colSpan={columns.length + 1}>
                      <CellReason
                        cell={opened}
                        name={[
                          wordOf(
                            columns.find(({ key }) => key === columnOf(opened)) ?? {
                              key: '',
                              name: '',
                            },
                          ),
                          name.text,
                        ].join(', ')}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
