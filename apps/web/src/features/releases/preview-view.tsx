import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MissingLinks } from './missing-links.tsx';
import { PreviewItems } from './preview-items.tsx';
import type { Preview } from './preview.ts';
import styles from './publish.module.css';
import { cellText } from '../../ui/part-text.ts';

/** What the release carries besides figures, and what it prints to be checked by. */
function OtherContents(props: { preview: Preview; areaNames: ReadonlyMap<string, string> }) {
  const { documents, helpLines, contacts, auditHead } = props.preview;
  const { t } = useTranslation('desk');
  const lists = [
    {
      title: t('publish.documents'),
      lines: documents.map(({ id, title, change }) => ({
        key: id,
        text: title,
        about: t(`publish.documentChange.${change as 'NEW'}`),
      })),
    },
    {
      title: t('publish.helpLines'),
      lines: helpLines.map(({ area, lang, after }) => ({
        key: `${area} ${lang}`,
        text: after ?? t('publish.helpGone'),
        about: `${props.areaNames.get(area) ?? area} · ${t(`admin.lang.${lang as 'en'}`)}`,
      })),
    },
    {
      title: t('publish.contacts'),
      lines: contacts.map(({ area, body, after }) => ({
        key: `${area} ${body}`,
        text: after ?? t('publish.contactGone'),
        about: `${props.areaNames.get(area) ?? area} · ${body}`,
      })),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      {lists.map(({ title, lines }) => (
        <details key={title} className={styles.group} open>
          <summary>
            {title} <span className={styles.count}>{lines.length}</span>
          </summary>
          <ul>
            {lines.map(({ key, text, about }) => (
              <li key={key}>
                <span className={styles.text}>{text}</span>
                <span className={styles.about}>{about}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p className={styles.head}>
        {t('publish.auditHead')}: <code>{auditHead}</code>
        <span className={styles.about}>{t('publish.auditHeadText')}</span>
      </p>
    </>
  );
}

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

/** The next release in numbers, its changes, and what stays hidden and why. */
export function PreviewView(props: {
  preview: Preview;
  areaNames: ReadonlyMap<string, string>;
  mayPublish: boolean;
}) {
  const { preview, areaNames, mayPublish } = props;
  const { t } = useTranslation('desk');
  const { t: word } = useTranslation('public');
  const format = useFormat();
  const facts = [
    { name: t('publish.newlyApproved'), count: preview.newlyApproved },
    ...(preview.keptBack > 0 ? [{ name: t('publish.keptBack'), count: preview.keptBack }] : []),
    { name: t('publish.changes'), count: changesOf(preview) },
    { name: t('publish.values'), count: preview.values },
    { name: t('publish.hidden'), count: preview.hidden.length },
  ];
  const others = preview.problems.filter(({ code }) => code !== 'LINK_MISSING');
  return (
    <div className={styles.preview}>
      <h2>{t('publish.next', { number: preview.number })}</h2>
      <p>
        {preview.previous === null
          ? t('publish.first')
          : t('publish.since', { number: preview.previous })}
      </p>
      <dl className={styles.facts}>
        {facts.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.number(String(count))}</dd>
          </div>
        ))}
      </dl>
      {preview.methodChanged && <p>{word('changes.methodChanged')}</p>}
      {preview.confirmed > 0 && <p>{t('publish.confirmed', { count: preview.confirmed })}</p>}
      <ProblemList problems={mayPublish ? others : preview.problems} />
      {mayPublish && <MissingLinks problems={preview.problems} />}
      <PreviewItems items={preview.items} areaNames={areaNames} />
      <DisclosureReport preview={preview} areaNames={areaNames} />
      <OtherContents preview={preview} areaNames={areaNames} />
    </div>
  );
}

/** Very many new values are not listed, only counted. */
function changesOf({ items, counts }: Preview): number {
  const fresh = counts.find((count) => count.class === 'NEW')?.count ?? 0;
  return items.filter((item) => item.class !== 'NEW').length + fresh;
}
