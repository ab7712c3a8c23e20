import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../local-text.tsx';
import { LawMatrix } from './law-matrix.tsx';
import { chosenLevels, type LawPartProps } from './law-part.tsx';
import styles from './law-part.module.css';

/** The matrix of a law on another site, with a link to ours. */
export function LawFrame({ law, chosen, ...rest }: LawPartProps) {
  const { lang, origin } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
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
          href={`${origin}/${lang}/indicators/${law.indicator.code}`}
          target="_blank"
          rel="noopener"
        >
          {t('chart.openHere')}
        </a>
      </p>
    </div>
  );
}
