import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { PageLink } from '../../../ui/page-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { filledIn, type LargeTable as Table } from '../large-tables.ts';

/** Says of a table with too many parts to be typed how many have a value, and where they are filled in. */
export function LargeTable({ of }: { of: Table }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const number = (parts: number) => format.number(String(parts));
  const states = of.filled.map(({ state, parts }) => `${t(`state.${state}`)}: ${number(parts)}`);
  return (
    <div className={desk.panel}>
      <p>
        {t('parts.large')} <PageLink to="/$lang/import">{t('import.open')}</PageLink>
      </p>
      <p className={desk.soft}>
        {[t('parts.filled', { filled: filledIn(of), total: of.parts }), ...states].join(' · ')}
      </p>
    </div>
  );
}
