import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BarItem } from '../../charts/chart-bar.tsx';
import bar from '../../charts/chart-bar.module.css';
import { CopyField } from '../../charts/copy-field.tsx';
import styles from './cite-page.module.css';
import { useFormat } from '../../ui/use-format.ts';

const root = getRouteApi('__root__');

/** A permanent address of a page and how to cite it: both name the release. `path`: below the language. */
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
    <div className={`${bar.bar ?? ''} ${styles.cite ?? ''} no-print`} data-cite-page="" id="link">
      <BarItem title={t('chart.link')}>
        <CopyField label={t('chart.linkLabel')} text={url} />
      </BarItem>
      <BarItem title={t('chart.cite')}>
        <CopyField
          label={t('releases.cite')}
          text={t('chart.citation', { name, number: release.number, date, url })}
        />
      </BarItem>
    </div>
  );
}
