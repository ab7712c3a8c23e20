import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetCompleteness } from '@qadam/domain';
import { languageNames, languages, type Language } from '@qadam/i18n';
import styles from './framework.module.css';

/** Tabs for one language at a time; each shows how complete its texts are. */
export function LanguageTabs(props: {
  lang: Language;
  onChange: (lang: Language) => void;
  meterOf?: (lang: Language) => Pick<SheetCompleteness, 'filled' | 'total'>;
  children: ReactNode;
}) {
  const { lang, onChange, meterOf } = props;
  const { t } = useTranslation('desk');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = languages.at((languages.indexOf(lang) + step) % languages.length);
    if (next === undefined) return;
    onChange(next);
    list.current?.querySelector<HTMLElement>(`[data-lang=${next}]`)?.focus();
  };
  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={t('framework.languages')}
        className={styles.tabs}
        onKeyDown={move}
      >
        {languages.map((one) => {
          const meter = meterOf?.(one);
          return (
            <button
              key={one}
              type="button"
              role="tab"
              id={`${id}${one}`}
              data-lang={one}
              aria-selected={one === lang}
              aria-controls={`${id}panel`}
              tabIndex={one === lang ? 0 : -1}
              onClick={() => onChange(one)}
            >
              {languageNames[one]}
              {meter && (
                <small>
                  {meter.filled}/{meter.total}
                  <progress value={meter.filled} max={meter.total} aria-hidden="true" />
                </small>
              )}
            </button>
          );
        })}
      </div>
      <div
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={`${id}${lang}`}
        className={styles.panel}
      >
        {props.children}
      </div>
    </div>
  );
}
