import { useQuery } from '@apollo/client/react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import {
  ChangeHelpLineDocument,
  HelpLinesDocument,
  type HelpLinesQuery,
} from './help-lines.generated.ts';
import { can } from '@qadam/domain';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { isEditConflict, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useWhen } from '../../desk/use-when.ts';

/** One text, saved by itself. */
function HelpLineForm(props: {
  area: string;
  lang: Language;
  line: HelpLinesQuery['helpLines'][number] | undefined;
}) {
  const { area, lang, line } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const me = useMe();
  const {
    kept: text,
    keep,
    forget,
  } = useStoredDraft(`help line ${area} ${lang}`, line?.text ?? '');
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change } = useChange('HelpLines');
  const mayChange = can(me, 'MANAGE_HELP_LINES') === 'ALLOWED';
  const save = async () => {
    const input = { area, lang, text, expectedVersion: line?.version ?? 0 };
    const { done } = await change(ChangeHelpLineDocument, input);
    setSaved(done);
    if (done) forget();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={admin.form} onSubmit={submit}>
      <label className={desk.field}>
        {t(`admin.lang.${lang}`)}
        <textarea
          rows={3}
          lang={lang}
          maxLength={4000}
          className={desk.input}
          readOnly={!mayChange}
          value={text}
          onChange={(event) => {
            keep(event.target.value);
            setSaved(false);
          }}
        />
        {line?.updatedAt != null && (
          <small>{t('helpLines.updated', { when: when(line.updatedAt) })}</small>
        )}
      </label>
      <ProblemList problems={problems} />
      {isEditConflict(problems) && line !== undefined && line.text !== text.trim() && (
        <p>
          {t('conflict.theirs')} <q lang={lang}>{line.text}</q>
        </p>
      )}
      {mayChange && (
        <div className={desk.row}>
          <button
            type="submit"
            className={desk.quiet}
            disabled={busy || text.trim() === (line?.text ?? '')}
          >
            {t('admin.save')}
            <span className="visually-hidden"> {t(`admin.lang.${lang}`)}</span>
          </button>
          {isSaved && <span role="status">{t('admin.saved')}</span>}
        </div>
      )}
    </form>
  );
}

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
