import { useLazyQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { useFormat } from '../../ui/use-format.ts';
import { VerifyAuditDocument } from './audit.generated.ts';
import styles from './audit.module.css';

/** Is every event as it was written? Asked by a button, as it reads the whole chain. */
export function Verification() {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const [verify, { data, loading, error }] = useLazyQuery(VerifyAuditDocument, {
    fetchPolicy: 'network-only',
  });
  const verdict = loading ? undefined : data?.verifyAudit;
  return (
    <>
      <button
        type="button"
        className={desk.quiet}
        disabled={loading}
        onClick={() => void verify().catch(() => undefined)}
      >
        {loading ? t('audit.verifying') : t('audit.verify')}
      </button>
      {error && <ProblemList problems={[unreachable(error)]} />}
      {verdict && (
        <div role="status" className={`${styles.verdict} ${verdict.intact ? '' : styles.broken}`}>
          {verdict.intact ? (
            <>
              <p>{t('audit.intact', { events: number(String(verdict.events ?? 0)) })}</p>
              <p>
                {t('audit.head')} <code>{verdict.head}</code>
              </p>
            </>
          ) : (
            <p>{t('audit.broken', { number: verdict.brokenAt })}</p>
          )}
        </div>
      )}
    </>
  );
}
