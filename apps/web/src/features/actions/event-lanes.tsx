import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { newestFirst, Timeline } from '../../ui/timeline.tsx';
import type { ActionPageData } from './narrow.ts';
import styles from './event-lanes.module.css';

/** A timeline for each country, side by side where there is room. */
export function EventLanes({ data }: { data: ActionPageData }) {
  const { t } = useTranslation();
  const codes = [...new Set(data.events.map((event) => event.area))];
  const order = data.areas.map((area) => area.code);
  codes.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <div className={styles.lanes}>
      {codes.map((code) => {
        const name = data.areas.find((area) => area.code === code)?.name;
        return (
          <div key={code}>
            <h3 className={styles.name}>
              {name ? <LocalText of={name} /> : t('scorecard.allFour')}
            </h3>
            <LongList
              items={newestFirst(data.events.filter((event) => event.area === code))}
              first={5}
            >
              {(events) => <Timeline events={events} sources={data.sources} />}
            </LongList>
          </div>
        );
      })}
    </div>
  );
}
