import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Share } from '../../ui/share/share.tsx';
import { useFormat } from '../../ui/use-format.ts';
import styles from './cite-page.module.css';

const root = getRouteApi('__root__');

/** A permanent address of a page and how to cite it; both name the release. `path`: the address without its language. */
export function CitePage(props: {
  name: string;
  path: string;
  release: { number: string; publishedAt: string };
}) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { name, path, release } = props;
  const url = `${origin}/${lang}${path}`;
  const date = format.date(release.publishedAt);
  return (
    <div className={`${styles.cite ?? ''} no-print`} data-cite-page="" id="link">
      <Share
        title={name}
        url={url}
        citation={t('chart.citation', { name, number: release.number, date, url })}
      />
    </div>
  );
}
