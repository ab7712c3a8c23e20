import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import desk from '../desk/desk.module.css';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { Message } from '../ui/message.tsx';

const route = getRouteApi('/$lang/desk/unsubscribe');

type State = 'OPEN' | 'BUSY' | 'DONE' | 'INVALID' | 'FAILED';

/** The page behind the link in a monthly mail; it needs no session. The reader has to press a button, as mail scanners open links too. */
export function UnsubscribePage() {
  const { token = '' } = route.useSearch();
  const { t } = useTranslation('desk');
  const [state, setState] = useState<State>('OPEN');
  const end = async () => {
    setState('BUSY');
    try {
      // the same address to which mail programs post
      const address = `${window.location.pathname}?token=${encodeURIComponent(token)}`;
      const { ok, status } = await fetch(address, { method: 'POST', credentials: 'omit' });
      setState(ok ? 'DONE' : status === 404 ? 'INVALID' : 'FAILED');
    } catch {
      setState('FAILED');
    }
  };
  if (state === 'DONE')
    return <Message title={t('unsubscribe.done')} text={t('unsubscribe.doneText')} />;
  if (state === 'INVALID')
    return <Message title={t('unsubscribe.invalid')} text={t('unsubscribe.invalidText')} />;
  if (state === 'FAILED') return <FailedToLoad retry={() => setState('OPEN')} />;
  return (
    <div className={admin.page}>
      <h1>{t('unsubscribe.title')}</h1>
      <p>{t('unsubscribe.text')}</p>
      <div>
        <button
          type="button"
          className={desk.primary}
          disabled={state === 'BUSY'}
          onClick={() => void end()}
        >
          {t('unsubscribe.confirm')}
        </button>
      </div>
    </div>
  );
}
