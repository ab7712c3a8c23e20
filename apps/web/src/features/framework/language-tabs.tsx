import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
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
  const { lang, meterOf } = props;
  const { t } = useTranslation('desk');
  return (
    <Tabs unstyled value={lang} onChange={(one) => props.onChange(one as Language)}>
      <Tabs.List aria-label={t('framework.languages')} className={styles.tabs}>
        {languages.map((one) => {
          const meter = meterOf?.(one);
          return (
            <Tabs.Tab key={one} value={one}>
              {languageNames[one]}
              {meter && (
                <small>
                  {meter.filled}/{meter.total}
                  <progress value={meter.filled} max={meter.total} aria-hidden="true" />
                </small>
              )}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      <Tabs.Panel value={lang} className={styles.panel}>
        {props.children}
      </Tabs.Panel>
    </Tabs>
  );
}
