import { CHANGE_CLASSES, type Status } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { usePageKind } from '../../app/use-page-kind.ts';
import { Arrow } from '../../ui/arrow.tsx';
import { LevelMoved } from '../../ui/level-moved.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { type Format, useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import styles from './change-list.module.css';
import { figureText } from '../../ui/figure-text.ts';
import type { ChangesQuery } from './changes.generated.ts';

export type ChangesData = NonNullable<ChangesQuery['changes']>;
export type ChangeItem = ChangesData['items'][number];

type ChangeClass = (typeof CHANGE_CLASSES)[number];

/**
 * Changes in the order of the domain. `classed`: the list has several classes, so each change names its own. `within`:
 * the list is on the page of this country, which is not named again.
 */
export function ChangeList(props: {
  items: readonly ChangeItem[];
  areas: ChangesData['areas'];
  classed?: boolean;
  within?: string;
}) {
  return (
    <ul className={`${styles.list ?? ''} plain-list`}>
      {props.items.map((item) => (
        <Item
          key={[item.kind, item.class, item.subject, item.area, item.year, item.face].join('|')}
          item={item}
          classed={props.classed ?? false}
          area={props.areas.find(({ code }) => code === item.area)}
          named={item.area !== props.within}
        />
      ))}
    </ul>
  );
}

function Item(props: {
  item: ChangeItem;
  classed: boolean;
  area: ChangesData['areas'][number] | undefined;
  named: boolean;
}) {
  const { t } = useTranslation();
  const { item, area, classed, named } = props;
  const [part] = item.partNames;
  return (
    <li>
      <div>
        <Subject item={item} />
        <span className={styles.about}>
          {item.subject}
          {named && <> · {area ? <LocalText of={area.name} /> : t('scorecard.allFour')}</>}
          {item.year !== null && ` · ${item.year}`}
          {item.face !== null && (
            <>
              {' · '}
              {part ? <LocalText of={part} /> : t('changes.part')}
            </>
          )}
        </span>
      </div>
      <div className={styles.what}>
        {classed && <span className="soft">{t(`change.${item.class as ChangeClass}`)}</span>}
        <What item={item} />
      </div>
    </li>
  );
}

function Subject({ item }: { item: ChangeItem }) {
  // a link from a desk to a public page is a full load
  const { desk } = usePageKind();
  const name = <LocalText of={item.name} />;
  return item.level === 'ACTION' ? (
    <PageLink to="/$lang/actions/$code" params={{ code: item.subject }} reloadDocument={desk}>
      {name}
    </PageLink>
  ) : (
    <PageLink to="/$lang/indicators/$code" params={{ code: item.subject }} reloadDocument={desk}>
      {name}
    </PageLink>
  );
}

function What({ item }: { item: ChangeItem }) {
  if (item.kind !== 'ASSESSMENT') return <Values item={item} />;
  return item.level === 'ACTION' ? <LevelMoved move={item} /> : <Statuses item={item} />;
}

function Statuses({ item }: { item: ChangeItem }) {
  const { t } = useTranslation();
  const badge = (status: Status | null) => status !== null && <StatusBadge status={status} />;
  return (
    <>
      {badge(item.fromStatus)}
      {item.fromStatus !== null && item.toStatus !== null && <Arrow />}
      {badge(item.toStatus)}
      {item.changed.length > 0 && <span className="soft">{t('changes.goal')}</span>}
      {item.cause === 'METHOD' && <span className="soft">{t('changes.method')}</span>}
    </>
  );
}

function Values({ item }: { item: ChangeItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (item.hidden || item.class === 'NOW_HIDDEN') return <Hidden />;
  return (
    <>
      {item.fromValue !== null && <span>{valueText(t, format, item, item.fromValue)}</span>}
      {item.fromValue !== null && item.toValue !== null && <Arrow />}
      {item.toValue !== null && <strong>{valueText(t, format, item, item.toValue)}</strong>}
      {item.change !== null && (
        <span className="soft">({format.signed(item.change, item.decimals ?? undefined)})</span>
      )}
      {item.reason !== null && (
        <span className="soft">{t(`reason.${item.reason as 'CORRECTION'}`)}</span>
      )}
    </>
  );
}

const kindOf = (unit: string | null) =>
  unit === 'STAGE' ? 'MILESTONE' : unit === 'BOOL' ? 'BINARY' : 'NUMERIC';

/** A published value in a change, written as its kind requires. */
function valueText(t: TFunction, format: Format, item: ChangeItem, value: string): string {
  const { unit, decimals } = item;
  const indicator = { kind: kindOf(unit), unit: unit ?? '', decimals: decimals ?? 0 } as const;
  return figureText(t, format, indicator, value);
}

/** How many changes of a class there are, listed or not; of all classes if none is named. */
export function countChanges(
  { items, unlisted }: Pick<ChangesData, 'items' | 'unlisted'>,
  name?: ChangeClass,
): number {
  const isMeant = (one: { class: string }) => name === undefined || one.class === name;
  const others = unlisted.filter(isMeant).reduce((sum, { count }) => sum + count, 0);
  return items.filter(isMeant).length + others;
}

/** A link to the page that lists the changes between two releases. */
export function ChangesLink(search: { from: string; to: string; c?: string }) {
  const { t } = useTranslation('public');
  // a link from a desk to a public page is a full load
  const { desk } = usePageKind();
  return (
    <PageLink to="/$lang/changes" search={search} reloadDocument={desk}>
      {t('changes.title')}
    </PageLink>
  );
}

/** How many changes there are of each kind, as links to them below. */
export function ChangeSummary({ of }: { of: Pick<ChangesData, 'items' | 'unlisted'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <nav aria-label={t('changes.summary')}>
      <ul className={styles.summary}>
        {CHANGE_CLASSES.map((name) => {
          const count = countChanges(of, name);
          return (
            count > 0 && (
              <li key={name}>
                <a href={`#${name}`}>
                  <strong>{format.number(String(count))}</strong> {t(`change.${name}`)}
                </a>
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}
