import { useHydrated } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseColors, colorChoices, useColorChoice, type ColorChoice } from './color-scheme.ts';
import styles from './header-menu.module.css';
import { HeaderMenu } from './header-menu.tsx';

/** The choice between light, dark and the system's colours. Only this browser knows what was chosen, so the server marks no option. */
export function ColorMenu() {
  const { t } = useTranslation();
  const chosen = useColorChoice();
  const hydrated = useHydrated();
  const details = useRef<HTMLDetailsElement>(null);
  const choose = (choice: ColorChoice) => {
    chooseColors(choice);
    if (details.current) details.current.open = false;
    details.current?.querySelector('summary')?.focus();
  };
  return (
    <HeaderMenu menu={details} className={styles.colors}>
      <summary title={t('nav.colors')}>
        <span className="visually-hidden">{t('nav.colors')}</span>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
        </svg>
      </summary>
      <ul>
        {colorChoices.map((choice) => (
          <li key={choice}>
            <button
              type="button"
              aria-pressed={hydrated ? choice === chosen : undefined}
              onClick={() => choose(choice)}
            >
              {t(`nav.color.${choice}`)}
            </button>
          </li>
        ))}
      </ul>
    </HeaderMenu>
  );
}
