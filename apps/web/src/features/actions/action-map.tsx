import { useTranslation } from 'react-i18next';
import { LevelMark } from '../../ui/level-mark.tsx';
import { Movement } from '../../ui/movement.tsx';
import { useLevelText } from '../../ui/use-level-text.ts';
import type { ActionPageData } from './action-page.types.ts';
import styles from './action-map.module.css';
import { LevelMap } from './level-map.tsx';

/** The action on the map, and beside it the same in words: nothing is said by colour alone. */
export function ActionMap({ data }: { data: ActionPageData }) {
  const { t } = useTranslation();
  const text = useLevelText();
  const { action, cells } = data;
  const nameOf = (code: string) => data.areas.find((area) => area.code === code)?.name.text ?? code;
  return (
    <figure className={styles.figure}>
      <LevelMap
        title={action.title.text}
        cells={cells.map(({ area, level }) => ({ area, level, name: nameOf(area) }))}
      />
      <figcaption className={styles.caption}>
        <table className={styles.table}>
          <caption>{`${action.code} · ${action.title.text}, ${String(data.year)}`}</caption>
          <tbody>
            {cells.map(({ area, level }) => (
              <tr key={area}>
                <th scope="row">{nameOf(area)}</th>
                <td>
                  <span className={styles.level}>
                    <LevelMark level={level} /> {text.percent(level)} {text.word(level.word)}{' '}
                    <span className={styles.moved}>
                      <Movement level={level} />
                    </span>
                  </span>
                  <span className={styles.more}>
                    {[text.known(level), text.range(level)].filter(Boolean).join('; ')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.note}>{t('map.note')}</p>
      </figcaption>
    </figure>
  );
}
