import { useTranslation } from 'react-i18next';
import { Arrow } from '../../ui/arrow.tsx';
import { groupBy } from '../../ui/group-by.ts';
import { figureText } from '../../ui/figure-text.ts';
import { Hidden } from '../../ui/hidden.tsx';
import { LevelMoved } from '../../ui/level-moved.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { PreviewItemFragment } from './release-preview.generated.ts';
import styles from './publish.module.css';

type Class = 'STATUS_UP';

/** Changes by class in the order of the domain, statuses before values. */
export function PreviewItems(props: {
  items: readonly PreviewItemFragment[];
  areaNames: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('public');
  const groups = groupBy(
    props.items.toSorted((a, b) => a.kind.localeCompare(b.kind)),
    (item) => item.class,
  );
  return [...groups].map(([name, items]) => (
    <details key={name} className={styles.group} open={items.length <= 25}>
      <summary>
        {t(`change.${name as Class}`)} <span className={styles.count}>{items.length}</span>
      </summary>
      <ul>
        {items.map((item) => (
          <li key={[item.level, item.subject, item.area, item.year, item.face].join('|')}>
            <div>
              <LocalText of={item.name} />
              <span className={styles.about}>
                {item.subject} · {props.areaNames.get(item.area) ?? item.area}
                {item.year !== null && `, ${item.year}`}
                {item.face !== null && ` · ${item.partNames[0]?.text ?? t('changes.part')}`}
              </span>
            </div>
            <Change item={item} />
          </li>
        ))}
      </ul>
    </details>
  ));
}

function Change({ item }: { item: PreviewItemFragment }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const { fromStatus, toStatus, fromValue, toValue, unit, decimals, reason } = item;
  if (item.hidden || item.class === 'NOW_HIDDEN')
    return (
      <p className={styles.change}>
        <Hidden />
      </p>
    );
  if (item.level === 'ACTION') return <LevelMoved move={item} />;
  const kind = unit === 'STAGE' ? 'MILESTONE' : unit === 'BOOL' ? 'BINARY' : 'NUMERIC';
  const figure = (value: string) =>
    figureText(t, format, { kind, unit: unit ?? '', decimals: decimals ?? 0 }, value);
  return (
    <p className={styles.change}>
      {fromStatus !== null && <StatusBadge status={fromStatus} />}
      {fromValue !== null && figure(fromValue)}
      {(fromStatus ?? fromValue) !== null && (toStatus ?? toValue) !== null && <Arrow />}
      {toStatus !== null && <StatusBadge status={toStatus} />}
      {toValue !== null && <strong>{figure(toValue)}</strong>}
      {reason !== null && <span>{t(`reason.${reason as 'CORRECTION'}`)}</span>}
    </p>
  );
}
