import { useTranslation } from 'react-i18next';
import { without } from '../../app/search.ts';
import { PageLink } from '../../ui/page-link.tsx';
import tones from '../../ui/tone.module.css';
import { CELL_STATES, SIGNS, type CellStateName } from './published-state.ts';
import { DIMENSIONS, type Dimension } from '../../ui/quality-fact.tsx';
import styles from './published.module.css';

/** What the signs of a dimension mean. */
export function PublishedKey({ dimension }: { dimension: Dimension }) {
  const { t } = useTranslation('about');
  return (
    <ul className={styles.key} aria-label={t('quality.key')}>
      {CELL_STATES[dimension].map((look) => (
        <li key={look}>
          <b className={`${styles.sign ?? ''} ${tones[SIGNS[look].tone] ?? ''}`} aria-hidden="true">
            <Sign look={look} />
          </b>{' '}
          {t(`quality.look.${look}`)}
        </li>
      ))}
    </ul>
  );
}

/** The sign in a cell, which the key explains. */
export function Sign({ look }: { look: CellStateName }) {
  const { t } = useTranslation('public');
  return <>{look === 'hidden' ? t('figure.c') : SIGNS[look].glyph}</>;
}

type Search = { c?: string; dim?: string; release?: string };

/** The choice of the dimension that the signs show, and of the country. */
export function PublishedChoices(props: {
  dimension: Dimension;
  areas: readonly { code: string; name: { text: string } }[];
  search: Search;
}) {
  const { dimension, areas } = props;
  const { t } = useTranslation('about');
  const here = without(props.search, 'dim');
  const { c, ...all } = props.search;
  const dimensions = DIMENSIONS.map((dim) => ({
    text: t(`quality.dim.${dim}`),
    search: dim === 'completeness' ? here : { ...here, dim },
    now: dim === dimension,
  }));
  const countries = areas.map(({ code, name }) => ({
    text: name.text,
    search: { ...all, c: code },
    now: code === c,
  }));
  const together = { text: t('quality.allCountries'), search: all, now: c === undefined };
  return (
    <div className={styles.choices}>
      <Choices label={t('quality.dimLabel')} of={dimensions} />
      <Choices label={t('quality.countryLabel')} of={[together, ...countries]} />
    </div>
  );
}

/** Links, so that the choice works without JavaScript too. */
function Choices(props: {
  label: string;
  of: readonly { text: string; search: Search; now: boolean }[];
}) {
  return (
    <nav aria-label={props.label}>
      <ul className="plain-list cluster">
        {props.of.map(({ text, search, now }) => (
          <li key={text}>
            <PageLink
              to="/$lang/quality"
              search={search}
              resetScroll={false}
              activeOptions={{ exact: true }}
              aria-current={now ? 'true' : undefined}
            >
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
