import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { isEditConflict, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useWhen } from '../../desk/use-when.ts';
import { ChangeHelpLineDocument, type HelpLinesQuery } from './help-lines.generated.ts';

/** One text, saved by itself. */
export function HelpLineForm(props: {
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
