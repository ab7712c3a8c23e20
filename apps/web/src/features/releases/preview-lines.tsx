import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText, faceText } from '../../ui/part-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import styles from './publish.module.css';
import type { ReleasePreviewQuery } from './release-preview.generated.ts';

export type Preview = ReleasePreviewQuery['releasePreview'];

interface Line {
  key?: string;
  text: ReactNode;
  about: ReactNode;
  /** How many cells or values a line about a table tells of. */
  count?: number;
}

interface Listed {
  title: string;
  /** How many there are in all; the lines may tell of fewer. */
  total?: number;
  lines: readonly Line[];
}

/** Lines folded below a title with the number of what they tell of, and how many more are not listed. */
export function Lines(props: Listed & { open?: boolean }) {
  const { title, open, lines } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const told = lines.reduce((sum, { count = 1 }) => sum + count, 0);
  const { total = told } = props;
  const rest = total - told;
  if (lines.length === 0) return null;
  return (
    <details className={styles.group} open={open}>
      <summary>
        {title} <span className={styles.count}>{format.number(String(total))}</span>
      </summary>
      <ul className="plain-list">
        {lines.map(({ key, text, about }, index) => (
          <li key={key ?? index}>
            <span>{text}</span> <span className="note">{about}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('publish.notListed', { count: rest })}</p>}
    </details>
  );
}

/** For the officer only: which cells are hidden for themselves, which are hidden to cover others, and what is withheld. */
export function DisclosureReport(props: {
  preview: Preview;
  areaNames: ReadonlyMap<string, string>;
}) {
  const { hidden, hiddenTables, held, withheldFaces, waiting } = props.preview;
  const { withheldForShelters, totals } = props.preview;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { t: inPublic } = useTranslation('public');
  const placeText = (face: string) =>
    face.includes('|') ? cellText(inPublic, face) : faceText(inPublic, face);
  const where = (cell: { indicator: string; area?: string; year?: number; face?: string | null }) =>
    [
      cell.indicator,
      cell.area && (props.areaNames.get(cell.area) ?? cell.area),
      cell.year,
      cell.face && placeText(cell.face),
    ]
      .filter(Boolean)
      .join(' · ');
  /** A reason is a code, sometimes followed by the cell or the breakdown that it is about. */
  const whyHeld = (reason: string) => {
    const [code, indicator = '', area = '', ...face] = reason.split(/[ |]/);
    const text = t(`publish.heldWhy.${code as 'NO_COVER'}`);
    return indicator === ''
      ? text
      : `${text} (${where({ indicator, area, face: face.join('|') })})`;
  };
  const why = (reason: string) => t(`publish.hiddenWhy.${reason as 'SMALL'}`);
  const number = (count: number) => format.number(String(count));
  const whyHidden = ({ cells, reasons }: Preview['hiddenTables'][number]) => {
    const each = reasons.map((one) =>
      reasons.length === 1 ? why(one.why) : `${why(one.why)} (${number(one.cells)})`,
    );
    return `${number(cells)}: ${each.join('; ')}`;
  };
  const values = (count: number) => t('publish.tableValues', { count });
  const lists: Listed[] = [
    {
      title: t('publish.hiddenCells'),
      total: totals.hidden,
      lines: [
        ...hidden.map((cell) => ({ text: where(cell), about: why(cell.why) })),
        ...hiddenTables.map((table) => ({
          text: where(table),
          about: whyHidden(table),
          count: table.cells,
        })),
      ],
    },
    {
      title: t('publish.held'),
      total: totals.held,
      lines: held.map((table) => ({
        text: where(table),
        about: table.reasons.map(whyHeld).join('; '),
      })),
    },
    {
      title: t('publish.waiting'),
      total: totals.waiting,
      lines: waiting.map(({ body, ...table }) => ({
        text: where(table),
        about: body ? `${values(table.values)} · ${body.name.text}` : values(table.values),
        count: table.values,
      })),
    },
    {
      title: t('publish.besideShelters'),
      total: totals.withheldForShelters,
      lines: withheldForShelters.map((table) => ({
        text: where(table),
        about: values(table.values),
        count: table.values,
      })),
    },
    {
      title: t('publish.withheld'),
      total: totals.withheldFaces,
      lines: withheldFaces.map((face) => ({
        text: where(face),
        about: t(`publish.why.${face.reason as 'INCOMPLETE'}`),
      })),
    },
  ];
  return (
    <Stack component="section" aria-labelledby="disclosure" gap="xs">
      <h3 id="disclosure">{t('publish.disclosure')}</h3>
      {lists.every(({ lines }) => lines.length === 0) && <p>{t('publish.nothingHidden')}</p>}
      {lists.map((list) => (
        <Lines key={list.title} {...list} />
      ))}
    </Stack>
  );
}

/** What the release contains besides figures, and the head of the audit log, which it prints so that it can be checked. */
export function OtherContents(props: { preview: Preview; areaNames: ReadonlyMap<string, string> }) {
  const { documents, totals, helpLines, contacts, auditHead } = props.preview;
  const { t } = useTranslation('desk');
  const nameOf = (area: string) => props.areaNames.get(area) ?? area;
  return (
    <>
      <Lines
        title={t('publish.documents')}
        open
        total={totals.documents}
        lines={documents.map(({ id, title, change }) => ({
          key: id,
          text: title,
          about: t(`publish.documentChange.${change as 'NEW'}`),
        }))}
      />
      <Lines
        title={t('publish.helpLines')}
        open
        lines={helpLines.map(({ area, lang, after }) => ({
          key: `${area} ${lang}`,
          text: after ?? t('publish.helpGone'),
          about: `${nameOf(area)} · ${t(`admin.lang.${lang as 'en'}`)}`,
        }))}
      />
      <Lines
        title={t('publish.contacts')}
        open
        lines={contacts.map(({ area, body, after }) => ({
          key: `${area} ${body}`,
          text: after ?? t('publish.contactGone'),
          about: `${nameOf(area)} · ${body}`,
        }))}
      />
      <p className={styles.head}>
        {t('publish.auditHead')}: <code>{auditHead}</code>
        <br />
        <span className="note">{t('publish.auditHeadText')}</span>
      </p>
    </>
  );
}
