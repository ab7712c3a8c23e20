import { useTranslation } from 'react-i18next';
import { cellText } from '../../ui/part-text.ts';
import styles from './publish.module.css';
import type { Preview } from './preview.ts';

/** For the officer only: which cells are hidden for themselves, which to cover others, and what is kept back. */
export function DisclosureReport(props: {
  preview: Preview;
  areaNames: ReadonlyMap<string, string>;
}) {
  const { hidden, held, withheldFaces, waiting, withheldForShelters } = props.preview;
  const { t } = useTranslation('desk');
  const { t: inPublic } = useTranslation('public');
  const where = (cell: { indicator: string; area?: string; year?: number; face?: string | null }) =>
    [
      cell.indicator,
      cell.area === undefined ? null : (props.areaNames.get(cell.area) ?? cell.area),
      cell.year ?? null,
      cell.face == null
        ? null
        : cell.face.includes('|')
          ? cellText(inPublic, cell.face)
          : cell.face,
    ]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
  /** A reason is a code, in some cases followed by the cell or the breakdown it is about. */
  const whyHeld = (reason: string) => {
    const [code, indicator = '', area = '', ...face] = reason.split(/[ |]/);
    const why = t(`publish.heldWhy.${code as 'NO_COVER'}`);
    return indicator === '' ? why : `${why} (${where({ indicator, area, face: face.join('|') })})`;
  };
  const lists = [
    {
      title: t('publish.hiddenCells'),
      lines: hidden.map((cell) => ({
        text: where(cell),
        why: t(`publish.hiddenWhy.${cell.why as 'SMALL'}`),
      })),
    },
    {
      title: t('publish.held'),
      lines: held.map((table) => ({
        text: where(table),
        why: table.reasons.map(whyHeld).join('; '),
      })),
    },
    {
      title: t('publish.waiting'),
      lines: waiting.map(({ indicator, area, year, values, body }) => ({
        text: where({ indicator, area, year }),
        why: [t('publish.waitingValues', { count: values }), body?.name.text]
          .filter((part) => part !== undefined)
          .join(' · '),
      })),
    },
    {
      title: t('publish.besideShelters'),
      lines: withheldForShelters.map(({ indicator, area, year, values }) => ({
        text: where({ indicator, area, year }),
        why: t('publish.waitingValues', { count: values }),
      })),
    },
    {
      title: t('publish.withheld'),
      lines: withheldFaces.map((face) => ({
        text: where(face),
        why: t(`publish.why.${face.reason as 'INCOMPLETE'}`),
      })),
    },
  ];
  const isEmpty = lists.every(({ lines }) => lines.length === 0);
  return (
    <section aria-labelledby="disclosure" className={styles.disclosure}>
      <h3 id="disclosure">{t('publish.disclosure')}</h3>
      {isEmpty && <p>{t('publish.nothingHidden')}</p>}
      {lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <details key={title} className={styles.group}>
            <summary>
              {title} <span className={styles.count}>{lines.length}</span>
            </summary>
            <ul>
              {lines.map(({ text, why }) => (
                <li key={text}>
                  <span>{text}</span> <span className={styles.about}>{why}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}
