import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import styles from './return-form.module.css';

export type Tool = 'SUBMIT' | 'KEYS' | 'PASTE' | 'PRINT';

/** What can be done with the return as a whole. */
export function FormTools(props: {
  mayEdit: boolean;
  /** There is a cycle to submit it with. */
  maySubmit: boolean;
  /** Something is asked for, and can be filled in on paper. */
  owed: boolean;
  onChoose: (tool: Tool) => void;
}) {
  const { mayEdit, maySubmit, owed, onChoose } = props;
  const { t } = useTranslation('desk');
  const tool = (name: Tool, text: string, look = desk.quiet) => (
    <button type="button" className={look} onClick={() => onChoose(name)}>
      {text}
    </button>
  );
  return (
    <>
      <div className={desk.row}>
        {maySubmit && tool('SUBMIT', t('form.submit'), 'button')}
        {mayEdit && tool('PASTE', t('paste.open'))}
        {owed && tool('PRINT', t('print.open'))}
        {mayEdit && tool('KEYS', t('form.allKeys'), `${desk.quiet ?? ''} ${styles.keys ?? ''}`)}
      </div>
      {mayEdit && <p className={`${desk.soft ?? ''} ${styles.keys ?? ''}`}>{t('form.keys')}</p>}
    </>
  );
}
