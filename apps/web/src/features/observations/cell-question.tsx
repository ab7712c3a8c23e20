import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { MessageForm } from '../../desk/message-form.tsx';
import { useMe } from '../../desk/session.ts';
import { useWhen } from '../../desk/use-when.ts';
import styles from './entry-grid.module.css';
import type { FormCellFragment } from './form-cell.generated.ts';

/** A reviewer's question about a cell, with a field for the answer. */
export function CellQuestion(props: {
  cell: Pick<FormCellFragment, 'id' | 'name' | 'openQuestion'>;
}) {
  const { id, name, openQuestion } = props.cell;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const me = useMe();
  const [answering, setAnswering] = useState(false);
  if (openQuestion === null || id === null) return null;
  const { text, author, createdAt } = openQuestion;
  const mayAnswer =
    me.role === 'REPORTER' && can(me, 'WRITE_MESSAGE', { area: me.area }) === 'ALLOWED';
  return (
    <div className={styles.asked}>
      <p>
        <strong>{t('grid.asked')}</strong> {text}{' '}
        <span className={desk.soft}>
          {author.name} ({t(`role.${author.role}`)}), {when(createdAt)}
        </span>
      </p>
      {mayAnswer && (
        <button
          type="button"
          className={desk.linklike}
          aria-label={`${t('thread.answerIt')}: ${name.text}`}
          aria-expanded={answering}
          onClick={() => setAnswering(!answering)}
        >
          {t('thread.answerIt')}
        </button>
      )}
      {answering && <MessageForm observation={id} name={name.text} answers />}
    </div>
  );
}
