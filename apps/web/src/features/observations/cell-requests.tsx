import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { useMe } from '../../desk/session.ts';
import { MessageForm } from '../../desk/thread.tsx';
import { useWhen } from '../../desk/use-when.ts';
import styles from './entry-grid.module.css';
import type { FormCellFragment } from './form-cell.generated.ts';

const box = `${desk.tight ?? ''} ${desk.notice ?? ''} ${styles.request ?? ''}`;

/** Does a reviewer ask anything about this cell? */
export const isRequested = ({ returnReason, openQuestion }: FormCellFragment): boolean =>
  returnReason !== null || openQuestion !== null;

/** What a reviewer wants of a cell: why it was returned, and a question with a field for the answer. */
export function CellRequests({ cell }: { cell: FormCellFragment }) {
  const { id, name, returnReason, openQuestion } = cell;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const me = useMe();
  const [answering, setAnswering] = useState(false);
  const mayAnswer =
    me.role === 'REPORTER' && can(me, 'WRITE_MESSAGE', { area: me.area }) === 'ALLOWED';
  return (
    <>
      {returnReason !== null && (
        <p className={box} data-tone="bad">
          <strong>{t('grid.returned')}</strong> {returnReason}
        </p>
      )}
      {openQuestion !== null && id !== null && (
        <div className={box} data-tone="late">
          <p>
            <strong>{t('grid.asked')}</strong> {openQuestion.text}{' '}
            <span className={desk.soft}>
              {openQuestion.author.name} ({t(`role.${openQuestion.author.role}`)}),{' '}
              {when(openQuestion.createdAt)}
            </span>
          </p>
          {mayAnswer && (
            <Button
              look="linklike"
              of={name.text}
              aria-expanded={answering}
              onClick={() => setAnswering(!answering)}
            >
              {t('thread.answerIt')}
            </Button>
          )}
          {answering && <MessageForm observation={id} name={name.text} answers />}
        </div>
      )}
    </>
  );
}
