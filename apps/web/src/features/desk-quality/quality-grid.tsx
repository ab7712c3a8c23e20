import { Group, Stack, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../desk/problem-text.ts';
import { LocalText } from '../../ui/local-text.tsx';
import tone from '../../ui/tone.module.css';
import { useFormat } from '../../ui/use-format.ts';
import styles from './quality.module.css';
import type { Quality, QualityCell } from './quality.types.ts';

const classSigns = {
  reported: { glyph: '●', tone: tone.good },
  explained: { glyph: '◐', tone: tone.late },
  overdue: { glyph: '✕', tone: tone.bad },
  notDue: { glyph: '◔', tone: tone.none },
  notApplicable: { glyph: '–', tone: tone.none },
} as const satisfies Record<QualityCell['class'], object>;

const markGlyph = {
  LATE: '◷',
  PROVISIONAL: 'P',
  ESTIMATED: 'E',
  REVISED: '↻',
  OUTLIER: '▲',
} as const satisfies Record<QualityCell['marks'][number], string>;

const classes = Object.keys(classSigns) as (keyof typeof classSigns)[];
const marks = Object.keys(markGlyph) as (keyof typeof markGlyph)[];

interface Column {
  key: string;
  name: Quality['areas'][number]['areaName'] | string;
}

const wordOf = ({ name }: Column): string => (typeof name === 'string' ? name : name.text);

/** Scrolls to the newest years, where not all of them fit. */
const toNewest = (frame: HTMLDivElement | null) => {
  if (frame) frame.scrollLeft = frame.scrollWidth;
};

/** Indicators by countries or by years: each cell shows its class by shape, word and colour; pressing it shows why. */
export function QualityGrid(props: {
  label: string;
  indicators: Quality['indicators'];
  columns: readonly Column[];
  cells: readonly QualityCell[];
  columnOf: (cell: QualityCell) => string;
  /** Shows signs without words, as there are many columns; the key explains them. */
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
      <Group component="p" gap="md" className="note">
        {narrow &&
          classes.map((one) => (
            <span key={one}>
              <b>{classSigns[one].glyph}</b> {t(`quality.class.${one}`)}
            </span>
          ))}
        {marks.map((mark) => (
          <span key={mark}>
            <b>{markGlyph[mark]}</b> {t(`quality.mark.${mark}`)}
          </span>
        ))}
      </Group>
      <div
        ref={narrow ? toNewest : undefined}
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <Table className={styles.grid} data-narrow={narrow || undefined}>
          <caption className="visually-hidden">{label}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('quality.indicator')}</Table.Th>
              {columns.map(({ key, name }) => (
                <Table.Th key={key} scope="col">
                  {typeof name === 'string' ? name : <LocalText of={name} />}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {indicators.map(({ code, name }) => (
              <Fragment key={code}>
                <Table.Tr>
                  <Table.Th scope="row">
                    {code} <LocalText of={name} />
                  </Table.Th>
                  {columns.map((column) => {
                    const key = keyOf(column.key, code);
                    const cell = byKey.get(key);
                    if (!cell) return <Table.Td key={key} aria-label={t('quality.notAsked')} />;
                    const word = t(`quality.class.${cell.class}`);
                    const { glyph, tone: colours } = classSigns[cell.class];
                    const words = [word, ...cell.marks.map((mark) => t(`quality.mark.${mark}`))];
                    return (
                      <Table.Td key={key} p={1}>
                        <button
                          type="button"
                          className={colours}
                          aria-expanded={open === key}
                          aria-label={`${code}, ${wordOf(column)}: ${words.join(', ')}`}
                          title={narrow ? words.join(', ') : undefined}
                          onClick={() => setOpen(open === key ? undefined : key)}
                        >
                          <span aria-hidden="true">
                            {glyph}
                            {!narrow && ` ${word}`}
                            {cell.marks.map((mark) => (
                              <b key={mark}> {markGlyph[mark]}</b>
                            ))}
                          </span>
                        </button>
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
                {opened?.indicator === code && (
                  <Table.Tr>
                    <Table.Td colSpan={columns.length + 1}>
                      <CellReason
                        cell={opened}
                        name={columns
                          .filter(({ key }) => key === columnOf(opened))
                          .map((column) => `${wordOf(column)}, ${name.text}`)
                          .join('')}
                      />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

/** Why a cell of the grid looks as it does. */
function CellReason({ cell, name }: { cell: QualityCell; name: string }) {
  const { t } = useTranslation('desk');
  const { lang, date } = useFormat();
  const sentence = useProblemText();
  const { observation, submittedOn, missingReason, comment, revisions, hits } = cell;
  return (
    <Stack role="region" aria-label={name} gap={4} p="sm" bg="var(--ground)">
      <p>
        <strong>{name}</strong>: {t(`quality.class.${cell.class}`)} · {t(`state.${cell.state}`)}
      </p>
      {submittedOn !== null && <p>{t('quality.submittedOn', { date: date(submittedOn) })}</p>}
      {missingReason !== null && <p>{t(`missing.${missingReason}`)}</p>}
      {revisions > 0 && <p>{t('quality.revisedTimes', { count: revisions })}</p>}
      {hits.map((hit) => (
        <p key={hit.code}>▲ {sentence(hit)}</p>
      ))}
      {comment !== null && <q>{comment}</q>}
      {observation !== null && (
        <Link to="/$lang/values/$id" params={{ lang, id: observation }} preload={false}>
          {t('quality.openValue')}
        </Link>
      )}
    </Stack>
  );
}
