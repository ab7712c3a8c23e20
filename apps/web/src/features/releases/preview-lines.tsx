import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText } from '../../ui/part-text.ts';
import styles from './publish.module.css';
import type { ReleasePreviewQuery } from './release-preview.generated.ts';

export type Preview = ReleasePreviewQuery['releasePreview'];

interface Line {
  key?: string;
  text: ReactNode;
  about: ReactNode;
}

/** Lines folded below a title with their number. */
export function Lines(props: { title: string; open?: boolean; lines: readonly Line[] }) {
  const { title, open, lines } = props;
  if (lines.length === 0) return null;
  return (
    <details className={styles.group} open={open}>
      <summary>
        {title} <span className={styles.count}>{lines.length}</span>
      </summary>
      <ul className="plain-list">
        {lines.map(({ key, text, about }, index) => (
          <li key={key ?? index}>
            <span>{text}</span> <span className="note">{about}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** For the officer only: which cells are hidden for themselves, which are hidden to cover others, and what is withheld. */
export function DisclosureReport(props: {
  preview: Preview;
  areaNames: ReadonlyMap<string, string>;
}) {
  const { hidden, held, withheldFaces, waiting, withheldForShelters } = props.preview;
  const { t } = useTranslation('desk');
  const { t: inPublic } = useTranslation('public');
  const faceText = (face: string) => (face.includes('|') ? cellText(inPublic, face) : face);
  const where = (cell: { indicator: string; area?: string; year?: number; face?: string | null }) =>
    [
      cell.indicator,
      cell.area && (props.areaNames.get(cell.area) ?? cell.area),
      cell.year,
      cell.face && faceText(cell.face),
    ]
      .filter(Boolean)
      .join(' · ');
  /** A reason is a code, sometimes followed by the cell or the breakdown that it is about. */
  const whyHeld = (reason: string) => {
    const [code, indicator = '', area = '', ...face] = reason.split(/[ |]/);
    const why = t(`publish.heldWhy.${code as 'NO_COVER'}`);
    return indicator === '' ? why : `${why} (${where({ indicator, area, face: face.join('|') })})`;
  };
  const values = (count: number) => t('publish.waitingValues', { count });
  const lists: [string, Line[]][] = [
    [
      t('publish.hiddenCells'),
      hidden.map((cell) => ({
        text: where(cell),
        about: t(`publish.hiddenWhy.${cell.why as 'SMALL'}`),
      })),
    ],
    [
      t('publish.held'),
      held.map((table) => ({
        text: where(table),
        about: table.reasons.map(whyHeld).join('; '),
      })),
    ],
    [
      t('publish.waiting'),
      waiting.map(({ body, ...cell }) => ({
        text: where(cell),
        about: body ? `${values(cell.values)} · ${body.name.text}` : values(cell.values),
      })),
    ],
    [
      t('publish.besideShelters'),
      withheldForShelters.map((cell) => ({ text: where(cell), about: values(cell.values) })),
    ],
    [
      t('publish.withheld'),
      withheldFaces.map((face) => ({
        text: where(face),
        about: t(`publish.why.${face.reason as 'INCOMPLETE'}`),
      })),
    ],
  ];
  return (
    <Stack component="section" aria-labelledby="disclosure" gap="xs">
      <h3 id="disclosure">{t('publish.disclosure')}</h3>
      {lists.every(([, lines]) => lines.length === 0) && <p>{t('publish.nothingHidden')}</p>}
      {lists.map(([title, lines]) => (
        <Lines key={title} title={title} lines={lines} />
      ))}
    </Stack>
  );
}

/** What the release contains besides figures, and the head of the audit log, which it prints so that it can be checked. */
export function OtherContents(props: { preview: Preview; areaNames: ReadonlyMap<string, string> }) {
  const { documents, helpLines, contacts, auditHead } = props.preview;
  const { t } = useTranslation('desk');
  const nameOf = (area: string) => props.areaNames.get(area) ?? area;
  return (
    <>
      <Lines
        title={t('publish.documents')}
        open
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
