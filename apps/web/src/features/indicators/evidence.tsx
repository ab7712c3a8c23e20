import { AreaMark } from '../../charts/marker.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { IndicatorData, Names } from './indicator-data.ts';
import styles from './evidence.module.css';

/** The dated events behind stages and answers, a column per country. */
export function Evidence({
  data,
  areas,
  names,
}: {
  data: IndicatorData;
  areas: readonly string[];
  names: Names;
}) {
  return (
    <div className={styles.columns}>
      {areas
        .filter((area) => data.events.some((event) => event.area === area))
        .map((area) => (
          <div key={area}>
            <h3 className={styles.name}>
              <AreaMark area={area} /> {names[area]}
            </h3>
            <Timeline
              events={data.events.filter((event) => event.area === area)}
              sources={data.sources}
            />
          </div>
        ))}
    </div>
  );
}
