import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '@qadam/i18n';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ActionEditor } from './action-editor.tsx';
import type { FrameworkActionFragment, FrameworkIndicatorFragment } from './framework.generated.ts';
import styles from './framework.module.css';
import { draftOf } from './texts.ts';

type Indicators = ReadonlyMap<string, FrameworkIndicatorFragment>;

/** An action and its indicators. An officer opens the editor in the same place. */
export function ActionBlock(props: {
  action: FrameworkActionFragment;
  indicators: Indicators;
  mayEdit: boolean;
}) {
  const { action, indicators, mayEdit } = props;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const [open, setOpen] = useState(action.version === 0);
  const title = draftOf(action.title);
  return (
    <section className={styles.action} aria-labelledby={`action-${action.code}`}>
      <div className={styles.head}>
        <h2 id={`action-${action.code}`}>
          {action.code} {title[lang] ?? title.ru ?? title.en}
        </h2>
        {mayEdit && (
          <Button look="linklike" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('framework.close') : t('framework.edit', { code: action.code })}
          </Button>
        )}
      </div>
      {open ? (
        <ActionEditor action={action} indicators={indicators} />
      ) : (
        <IndicatorTable
          caption={t('framework.caption', { code: action.code })}
          rows={action.links.flatMap((link) => {
            const indicator = indicators.get(link.indicator);
            return indicator ? [{ indicator, link }] : [];
          })}
        />
      )}
    </section>
  );
}

export function IndicatorTable(props: {
  caption: string;
  rows: readonly {
    indicator: FrameworkIndicatorFragment;
    link: FrameworkActionFragment['links'][number] | null;
  }[];
}) {
  const { t } = useTranslation(['desk', 'public']);
  const { lang, number } = useFormat();
  return (
    <table className={`${styles.table ?? ''} ${styles.indicators ?? ''}`}>
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk:framework.indicator')}</th>
          <th scope="col">{t('desk:framework.role')}</th>
          <th scope="col">{t('desk:framework.weight')}</th>
          <th scope="col">{t('desk:framework.texts')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ indicator, link }) => (
          <tr key={indicator.code}>
            <th scope="row">
              <span className={styles.code}>{indicator.code}</span>{' '}
              <Link
                to="/$lang/framework/indicators/$code"
                params={{ lang, code: indicator.code }}
                preload={false}
              >
                <LocalText of={indicator.name} />
              </Link>
              {indicator.direction === 'NONE' && (
                <small className={desk.soft}> {t('desk:framework.neverScored')}</small>
              )}
            </th>
            <td data-label={t('desk:framework.role')}>
              {link ? t(`public:role.${link.role}`) : '–'}
            </td>
            <td data-label={t('desk:framework.weight')}>{link ? number(link.weight) : '–'}</td>
            <td>
              <Meters indicator={indicator} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Meters({ indicator }: { indicator: FrameworkIndicatorFragment }) {
  const { t } = useTranslation('desk');
  return (
    <ul className={styles.meters}>
      {indicator.completeness.map(({ lang, filled, total }) => {
        const text = t('framework.complete', { lang: languageNames[lang], filled, total });
        return (
          <li key={lang} title={text}>
            {lang}
            <progress value={filled} max={total} aria-label={text} />
          </li>
        );
      })}
    </ul>
  );
}
