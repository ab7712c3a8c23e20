import { skipToken, useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can, lastFullYear } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PlannedList } from './planned-list.tsx';
import { PlanningProgress } from './planning-progress.tsx';
import { PreviewView } from './preview-view.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReleasePreviewDocument } from './release-preview.generated.ts';
import styles from './publish.module.css';
import { getRouteApi, Link } from '@tanstack/react-router';

const root = getRouteApi('__root__');

/** Out in the open: where to look at it. Public pages are documents of their own, hence full loads. */
function Published({ number }: { number: string }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={desk.stack}>
      <h1 ref={heading} tabIndex={-1}>
        {t('publish.done', { number })}
      </h1>
      <p>{t('publish.doneText')}</p>
      <p className={desk.row}>
        <Link to="/$lang/changes" params={{ lang }} reloadDocument>
          {t('publish.toChanges')}
        </Link>
        <Link to="/$lang/releases/$number" params={{ lang, number }} reloadDocument>
          {t('publish.toRelease', { number })}
        </Link>
      </p>
    </section>
  );
}

/** What the next release would hold and change, and the way to publish exactly that. */
export function PublishDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const mayPublish = can(me, 'PUBLISH_RELEASE') === 'ALLOWED';
  const [year, setYear] = useState(String(lastFullYear(new Date())));
  const [annual, setAnnual] = useState(false);
  const [published, setPublished] = useState<string>();
  const asOfYear = /^(19|20)\d\d$/.test(year) ? Number(year) : null;
  const { data, error, loading, refetch } = useQuery(
    ReleasePreviewDocument,
    asOfYear === null || published !== undefined
      ? skipToken
      : { variables: { asOfYear, annual, lang } },
  );

  if (published !== undefined) return <Published number={published} />;
  return (
    <div className={styles.page}>
      <h1>{t('publish.title')}</h1>
      <PlannedList />
      <div className={styles.settings}>
        <TextInput
          label={t('publish.year')}
          inputMode="numeric"
          maxLength={4}

          error={asOfYear === null}
          value={year}
          onChange={(event) => setYear(event.target.value)}
        />
        <label className={styles.annual}>
          <input
            type="checkbox"
            checked={annual}
            onChange={(event) => setAnnual(event.target.checked)}
          />
          <span>
            {t('publish.annual')}
            <small>{t('publish.annualHint')}</small>
          </span>
        </label>
      </div>
      {asOfYear === null && <p className={desk.error}>{t('publish.yearWrong')}</p>}
      {error && <PartFailed error={error} retry={refetch} />}
      {loading && (
        <>
          <PlanningProgress />
          <PageSkeleton />
        </>
      )}
      {data && !loading && !error && (
        <>
          <PreviewView
            preview={data.releasePreview}
            areaNames={areaNames}
            mayPublish={mayPublish}
          />
          {mayPublish ? (
            <PublishForm
              key={data.releasePreview.previewHash}
              preview={data.releasePreview}
              onPublished={setPublished}
            />
          ) : (
            <p className={styles.note}>{t('publish.readOnly')}</p>
          )}
        </>
      )}
    </div>
  );
}
