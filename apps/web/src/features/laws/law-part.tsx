import { LocalText } from '../../ui/local-text.tsx';
import type { LevelFragment } from '../../ui/level.generated.ts';
import { AreaTiles } from '../../ui/area-tiles.tsx';
import { LawMatrix, type LawMatrixProps } from './law-matrix.tsx';
import type { LawFragment } from './law.generated.ts';
import styles from './law-part.module.css';

/** What the page of a law shows in place of a chart: how far it is in each country, and its parts as a matrix. */
export function LawPart(
  props: Omit<LawMatrixProps, 'law' | 'columns'> & {
    law: LawFragment & { levels: readonly { area: string; level: LevelFragment }[] };
    /** The countries of the address; empty: all. */
    chosen: readonly string[];
  },
) {
  const { law, areas, events, sources, chosen } = props;
  const some = law.levels.filter(({ area }) => chosen.includes(area));
  const levels = some.length === 0 ? law.levels : some;
  return (
    <div className={styles.law}>
      <h1>
        <LocalText of={law.indicator.name} />
      </h1>
      <p className={styles.definition}>
        <LocalText of={law.definition} />
      </p>
      <AreaTiles cells={levels.map((one) => ({ ...one, fact: null }))} areas={areas} laws={[law]} />
      <LawMatrix
        law={law}
        columns={levels.map(({ area }) => area)}
        areas={areas}
        events={events}
        sources={sources}
        named={false}
      />
    </div>
  );
}
