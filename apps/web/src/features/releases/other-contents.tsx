import { useTranslation } from 'react-i18next';
import type { Preview } from './preview.ts';
import styles from './publish.module.css';

/** What the release carries besides figures, and what it prints to be checked by. */
export function OtherContents(props: { preview: Preview; areaNames: ReadonlyMap<string, string> }) {
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
