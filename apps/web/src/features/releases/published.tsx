import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';

const root = getRouteApi('__root__');

/** Out in the open: where to look at it. Public pages are documents of their own, hence full loads. */
export function Published({ number }: { number: string }) {
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
