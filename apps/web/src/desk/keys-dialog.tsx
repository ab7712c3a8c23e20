import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import styles from './keys-dialog.module.css';
import { useSingleKeys } from '../ui/single-keys.ts';

/** A list of shortcuts, and the switch for all those of a single character. */
export function KeysDialog(props: {
  title: string;
  shortcuts: readonly { keys: readonly string[]; text: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation('public');
  const [on, setOn] = useSingleKeys();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <dl className={styles.keys}>
        {props.shortcuts.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((one, i) => (
                <kbd key={i}>{one}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {t('keys.switch')}
      </label>
      <p>
        <button type="button" className="button" onClick={props.onClose}>
          {t('keys.close')}
        </button>
      </p>
    </Dialog>
  );
}
