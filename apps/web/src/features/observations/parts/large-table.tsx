import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { PageLink } from '../../../ui/page-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { EntryState } from '../entry-state.ts';
import { filledIn, type LargeTable as Table } from '../large-tables.ts';
import { PartsAlone } from './parts-table.tsx';

/** Says of a table with too many parts to be typed how many have a value, and where they are filled in. What was returned or asked about is answered here. */
export function LargeTable({ of, parts }: { of: Table; parts: readonly EntryState[] }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const number = (count: number) => format.number(String(count));
  const states = of.filled.map((one) => `${t(`state.${one.state}`)}: ${number(one.parts)}`);
  return (
    <div className={desk.panel}>
      <p>
        {t('parts.large')} <PageLink to="/$lang/import">{t('import.open')}</PageLink>
      </p>
      <p className={desk.soft}>
        {[
          t('parts.filled', { filled: number(filledIn(of)), total: number(of.parts) }),
          ...states,
        ].join(' · ')}
      </p>
      <PartsAlone of={parts} />
    </div>
  );
}
