import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { OtherContents } from './other-contents.tsx';
import { DisclosureReport } from './disclosure-report.tsx';
import { MissingLinks } from './missing-links.tsx';
import { PreviewItems } from './preview-items.tsx';
import type { Preview } from './preview.ts';
import styles from './publish.module.css';

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
