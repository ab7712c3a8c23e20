import { useTranslation } from 'react-i18next';

const WORDS = { PROVISIONAL: 'P', ESTIMATED: 'E' } as const;
const marks = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** A word beside the newest value where it is not final. */
export function ValueMark({ flags }: { flags: readonly string[] }) {
  const { t } = useTranslation();
  return marks
    .filter((mark) => flags.includes(mark))
    .map((mark) => <small key={mark}> {t(`chart.status.${WORDS[mark]}`)}</small>);
}
