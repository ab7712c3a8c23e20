import { useRouter } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addCatalog } from '../../app/i18n.ts';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { SaveViewDocument } from './following.generated.ts';
import styles from './tools.module.css';

/** Keeps the address of this very view under a name. */
export function SaveView() {
  const { t, i18n } = useTranslation();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const { problems, busy, change } = useChange();
  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    await addCatalog(i18n, 'problems');
    const { done } = await change(SaveViewDocument, {
      name: typeof name === 'string' ? name : '',
      path: router.state.location.href,
    });
    setSaved(done);
    setOpen(!done);
  };
  if (!open)
    return (
      <>
        <button type="button" className={styles.button} onClick={() => setOpen(true)}>
          {t('follow.save')}
        </button>
        <span role="status">{saved && t('follow.saved')}</span>
      </>
    );
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <label>
        {t('follow.name')}
        <input name="name" required maxLength={80} autoFocus defaultValue={pageTitle()} />
      </label>
      <button type="submit" className="button" disabled={busy}>
        {t('follow.keep')}
      </button>
      <ProblemList problems={problems} />
    </form>
  );
}

/** Without the name of the site. */
const pageTitle = () => document.title.split(' · ')[0]?.slice(0, 80) ?? '';
