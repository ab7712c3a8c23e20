import { stringifySearch } from '../../app/search.ts';
import { usePinned } from '../../app/use-pinned.ts';
import { LocalText } from '../local-text.tsx';
import type { LevelFragment } from '../level.generated.ts';
import { AreaTiles } from '../area-tiles.tsx';
import { LawMatrix, type LawMatrixProps } from './law-matrix.tsx';
import type { LawFragment } from './law.generated.ts';
import styles from './law-part.module.css';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

type LawPartProps = Pick<LawMatrixProps, 'areas' | 'events' | 'sources'> & {
  law: LawFragment & { levels: readonly { area: string; level: LevelFragment }[] };
  /** The countries in the address; empty: all. */
  chosen: readonly string[];
};

/** The levels of the countries chosen in the address, or of all if none of these is chosen. */
function chosenLevels({ levels }: LawPartProps['law'], chosen: readonly string[]) {
  const some = levels.filter(({ area }) => chosen.includes(area));
  return some.length === 0 ? levels : some;
}

/** What the page of a law shows instead of a chart: how far the law is in each country, and its parts as a matrix. */
export function LawPart({ law, chosen, ...rest }: LawPartProps) {
  const levels = chosenLevels(law, chosen);
  return (
    <div className={styles.law}>
      <h1>
        <LocalText of={law.indicator.name} />
      </h1>
      <p className={styles.definition}>
        <LocalText of={law.definition} />
      </p>
      <AreaTiles
        cells={levels.map((one) => ({ ...one, fact: null }))}
        areas={rest.areas}
        laws={[law]}
      />
      <LawMatrix law={law} columns={levels.map(({ area }) => area)} named={false} {...rest} />
    </div>
  );
}

/** The matrix of a law on another site, with a link to ours. */
export function LawFrame({ law, chosen, ...rest }: LawPartProps) {
  const { lang, origin } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const { release } = usePinned();
  return (
    <div className={styles.law}>
      <h1>
        <LocalText of={law.indicator.name} />
      </h1>
      <LawMatrix
        law={law}
        columns={chosenLevels(law, chosen).map(({ area }) => area)}
        named={false}
        {...rest}
      />
      <p>
        <a
          href={`${origin}/${lang}/indicators/${law.indicator.code}${stringifySearch({ release })}`}
          target="_blank"
          rel="noopener"
        >
          {t('chart.openHere')}
        </a>
      </p>
    </div>
  );
}
