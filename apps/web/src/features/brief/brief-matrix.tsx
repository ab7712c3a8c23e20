import { SINCE_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import type { ActionCellFragment } from '../../ui/action-cell.generated.ts';
import { LevelMark, levelClass } from '../../ui/level-mark.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { Movement } from '../../ui/movement.tsx';
import { useFactText } from '../../ui/use-fact-text.ts';
import { useLevelText } from '../../ui/use-level-text.ts';
import { PageLink } from '../../ui/page-link.tsx';
import type { Brief } from './brief-data.ts';
import styles from './brief-matrix.module.css';

/** Every action of the brief with how far it is: by country or, for a single country, with the fact behind it. */
export function BriefMatrix({ brief }: { brief: Brief }) {
  const { t } = useTranslation(['public', 'levels']);
  const { areas, country, rows, release } = brief;
  const title = t('levels:table.caption', { year: release.asOfYear, since: SINCE_YEAR });
  return (
    <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('levels:table.proposed')}</th>
            {areas.map(({ code, name }) => (
              <th scope="col" key={code}>
                <LocalText of={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ action, cells }) => (
            <tr key={action.code}>
              <th scope="row">
                <PageLink to="/$lang/actions/$code" params={{ code: action.code }}>
                  <LocalText of={action.title} />
                </PageLink>{' '}
                <span className={styles.code}>{action.code}</span>
                {country !== null && action.scope === 'REGION' && (
                  <span className={styles.code}> · {t('country.regional')}</span>
                )}
              </th>
              {cells.map((cell) => (
                <td
                  key={cell.area}
                  colSpan={cells.length < areas.length ? areas.length : 1}
                  className={levelClass(cell.level.word)}
                >
                  <Step cell={cell} isSubtle={country !== null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Mark, percentage and word; for a single country there is room for the fact too. */
function Step({
  cell: { level, fact },
  isSubtle,
}: {
  cell: ActionCellFragment;
  isSubtle: boolean;
}) {
  const text = useLevelText();
  const factText = useFactText();
  return (
    <span className={styles.step}>
      <LevelMark level={level} />
      <span>
        {level.percent !== null && <strong>{text.percent(level)} </strong>}
        {text.word(level.word)}
        {isSubtle && ` · ${factText(fact)}`}
      </span>
      {level.movement !== 'NONE' && <Movement level={level} />}
    </span>
  );
}
