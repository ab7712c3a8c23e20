import { useTranslation } from 'react-i18next';
import {
  CELL_STATES,
  type CellStateName,
  type Dimension,
  DIMENSIONS,
  SIGNS,
} from './published-state.ts';
import styles from './published.module.css';
import { PageLink } from '../../ui/page-link.tsx';

/** What the signs of a dimension mean. */
export function PublishedKey({ dimension }: { dimension: Dimension }) {
  const { t } = useTranslation('about');
  return (
    <ul className={styles.key} aria-label={t('quality.key')}>
      {CELL_STATES[dimension].map((look) => (
        <li key={look}>
          <b className={styles.sign} data-tone={SIGNS[look].tone} aria-hidden="true">
            <Sign look={look} />
          </b>{' '}
          {t(`quality.look.${look}`)}
        </li>
      ))}
    </ul>
  );
}

/** What a cell shows and the key explains. */
export function Sign({ look }: { look: CellStateName }) {
  const { t } = useTranslation('public');
  if (look === 'hidden') return <>{t('figure.c')}</>;
  return <>{SIGNS[look].glyph}</>;
}

/** Which of the four the signs tell, and of which country: links, so that they work everywhere. */
export function PublishedChoices(props: {
  dimension: Dimension;
  areas: readonly { code: string; name: { text: string } }[];
  search: { c?: string; dim?: string; release?: string };
}) {
  const { dimension, areas, search } = props;
  const { t } = useTranslation('about');
  const { c, dim, ...release } = search;
  const shown = dim === undefined ? {} : { dim };
  const here = c === undefined ? {} : { c };
  return (
    <div className={styles.choices}>
      <nav aria-label={t('quality.dimLabel')}>
        <ul>
          {DIMENSIONS.map((one) => (
            <li key={one}>
              <PageLink
                to="/$lang/quality"
                search={{ ...release, ...here, ...(one === 'completeness' ? {} : { dim: one }) }}
                resetScroll={false}
                activeOptions={{ exact: true }}
                aria-current={one === dimension ? 'true' : undefined}
              >
                {t(`quality.dim.${one}`)}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('quality.countryLabel')}>
        <ul>
          {[undefined, ...areas].map((area) => (
            <li key={area?.code ?? ''}>
              <PageLink
                to="/$lang/quality"
                search={{ ...release, ...shown, ...(area ? { c: area.code } : {}) }}
                resetScroll={false}
                activeOptions={{ exact: true }}
                aria-current={area?.code === c ? 'true' : undefined}
              >
                {area?.name.text ?? t('quality.allCountries')}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
