import { useTranslation } from 'react-i18next';
import styles from './imports.module.css';

const STEPS = [1, 2, 3] as const;
export type Step = (typeof STEPS)[number];

/** Where the file is on its way: chosen, looked at, confirmed. */
export function Steps({ current }: { current: Step }) {
  const { t } = useTranslation('desk');
  return (
    <ol className={styles.steps} aria-label={t('import.steps')}>
      {STEPS.map((step) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {step}. {t(`import.step${step}`)}
        </li>
      ))}
    </ol>
  );
}
