import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { HelpLineForm } from './help-line-form.tsx';
import { HelpLinesDocument } from './help-lines.generated.ts';

/** The texts of one country at a time, in every language. */
export function HelpLineDesk({ areas }: { areas: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('desk');
  const [chosen, setChosen] = useState<string>();
  const { data, error, refetch } = useQuery(HelpLinesDocument);
  const [first] = areas.keys();
  const area = chosen ?? first;
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data || area === undefined) return <PageSkeleton />;
  return (
    <div className={admin.page}>
      <h1>{t('helpLines.title')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <p>{t('helpLines.text')}</p>
      <p className={admin.soft}>{t('helpLines.notPublic')}</p>
      <div role="group" aria-label={t('helpLines.areas')} className={desk.row}>
        {[...areas].map(([code, name]) => (
          <button
            key={code}
            type="button"
            className={code === area ? desk.primary : desk.quiet}
            aria-pressed={code === area}
            onClick={() => setChosen(code)}
          >
            {name}
          </button>
        ))}
      </div>
      {languages.map((lang) => (
        <HelpLineForm
          key={`${area} ${lang}`}
          area={area}
          lang={lang}
          line={data.helpLines.find((one) => one.area === area && one.lang === lang)}
        />
      ))}
    </div>
  );
}
