import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { Table } from '../../ui/table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import type { OpenDataQuery } from './open-data.generated.ts';
import styles from './subject-table.module.css';

type OpenData = NonNullable<OpenDataQuery['openData']>;

const root = getRouteApi('__root__');
const FORMATS = ['csv', 'xlsx', 'json'] as const;

/** Each indicator as a file of its own, in each format. */
export function SubjectTable({ release, indicators }: Pick<OpenData, 'release' | 'indicators'>) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('about');
  const format = useFormat();
  const search = `?release=${release.number}&lang=${lang}`;
  return (
    <Table
      caption={t('data.indicatorsCaption', { number: release.number })}
      head={[t('data.indicator'), t('data.rows'), t('data.files')]}
      rows={indicators.map(({ code, name, rows }) => [
        <PageLink key={code} to="/$lang/indicators/$code" params={{ code }}>
          {code} <LocalText of={name} />
        </PageLink>,
        format.number(String(rows), 0),
        <span key="files" className={styles.files}>
          {FORMATS.map((extension) => (
            <a
              key={extension}
              href={`/data/indicators/${code}.${extension}${search}`}
              download
              aria-label={t('data.fileOf', { code, format: extension.toUpperCase() })}
            >
              {extension.toUpperCase()}
            </a>
          ))}
          <a
            href={`/data/indicators/${code}/metadata.json${search}`}
            aria-label={t('data.metadataOf', { code })}
          >
            {t('data.metadata')}
          </a>
        </span>,
      ])}
    />
  );
}
