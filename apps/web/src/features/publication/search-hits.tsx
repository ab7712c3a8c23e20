import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './search-hits.module.css';
import type { SearchQuery } from './search.generated.ts';

type FoundPage = NonNullable<SearchQuery['search']>[number];
const root = getRouteApi('__root__');

export function SearchHits({ hits }: { hits: FoundPage[] }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.list}>
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.code}`}>
          <h2 className={styles.name}>
            <HitLink hit={hit} />
          </h2>
          <p className="soft">
            {t(`search.kind.${hit.kind}`)}
            {hit.kind !== 'PAGE' && ` · ${hit.code}`}
          </p>
          {hit.foundIn && (
            <p className={styles.found}>
              <LocalText of={hit.foundIn} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function HitLink({ hit }: { hit: FoundPage }) {
  const { lang } = root.useRouteContext();
  const { code } = hit;
  const name = <LocalText of={hit.name} />;
  if (hit.kind === 'ACTION')
    return (
      <Link to="/$lang/actions/$code" params={{ lang, code }}>
        {name}
      </Link>
    );
  if (hit.kind === 'INDICATOR')
    return (
      <Link to="/$lang/indicators/$code" params={{ lang, code }}>
        {name}
      </Link>
    );
  if (hit.kind === 'PAGE') return <a href={`/${lang}/${code}`}>{name}</a>;
  return (
    <Link to="/$lang/countries/$iso3" params={{ lang, iso3: code }}>
      {name}
    </Link>
  );
}
