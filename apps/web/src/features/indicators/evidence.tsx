import { AreaMark } from '../../charts/marker.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { Shown } from './view.ts';
import styles from './evidence.module.css';

/** The dated events behind stages and answers, with a column for each country. */
export function Evidence(props: Pick<Shown, 'data' | 'names'> & { areas: readonly string[] }) {
  const { data, areas, names } = props;
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
