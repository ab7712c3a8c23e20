import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import { Dialog } from '../../desk/dialog.tsx';
import styles from '../../ui/keys.module.css';

const keys = [
  { name: 'move', keys: ['Enter', '↓', 'Shift+Enter', '↑'] },
  { name: 'tab', keys: ['Tab', 'Shift+Tab'] },
  { name: 'edit', keys: ['F2'] },
  { name: 'cancel', keys: ['Esc'] },
  { name: 'undo', keys: ['Ctrl+Z'] },
  { name: 'fill', keys: ['Ctrl+D'] },
  { name: 'details', keys: ['Ctrl+Enter'] },
  { name: 'paste', keys: ['Ctrl+V'] },
  { name: 'help', keys: ['?'] },
] as const;

/** Every key of the entry grid. */
export function KeysDialog(props: {
  helpKey: boolean;
  onHelpKey: (on: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('keys.title')} onClose={props.onClose}>
      <dl className={styles.keys}>
        {keys.map(({ name, keys: names }) => (
          <div key={name}>
            <dt>
              {names.map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={props.helpKey}
          onChange={(event) => props.onHelpKey(event.target.checked)}
        />
        {t('keys.switch')}
      </label>
      <div>
        <Button look="primary" onClick={props.onClose}>
          {t('keys.close')}
        </Button>
      </div>
    </Dialog>
  );
}
