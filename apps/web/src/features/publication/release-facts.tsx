import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import styles from './release-facts.module.css';
import type { ReleasesQuery } from './releases.generated.ts';

const root = getRouteApi('__root__');

type Release = ReleasesQuery['releases'][number];

/** The facts by which a release can be cited and checked: date, method, fingerprint, and a ready citation. */
export function ReleaseFacts(props: {
  release: Pick<Release, 'number' | 'publishedAt' | 'methodVersion' | 'contentHash' | 'auditHead'>;
}) {
  const { lang, origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { release } = props;
  const facts: [string, string, boolean?][] = [
    [t('releases.date'), format.date(release.publishedAt)],
    [t('releases.methodVersion'), release.methodVersion],
    [t('releases.hash'), release.contentHash, true],
    [t('releases.auditHead'), release.auditHead, true],
    [
      t('releases.cite'),
      t('releases.citation', {
        number: release.number,
        date: format.date(release.publishedAt),
        url: `${origin}/${lang}/releases/${release.number}`,
      }),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, text, code]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{code ? <code>{text}</code> : text}</dd>
        </div>
      ))}
    </dl>
  );
}
