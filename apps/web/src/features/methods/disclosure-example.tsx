import { suppress1D } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { Hidden } from '../../ui/hidden.tsx';
import { Table } from '../../ui/table.tsx';

const parts = [
  { id: 'R1', value: 3 },
  { id: 'R2', value: 17 },
  { id: 'R3', value: 40 },
];
const total = 60;

/** Invented numbers. */
export function DisclosureExample() {
  const { t } = useTranslation('about');
  const { hidden } = suppress1D({ parts, total, threshold: 5 });
  const shown = (id: string, value: number) => (hidden.includes(id) ? <Hidden key={id} /> : value);
  return (
    <Table
      caption={t('methods.disclosureCaption')}
      head={[
        t('methods.figures'),
        ...parts.map(({ id }) => t('methods.regionN', { n: id.slice(1) })),
        t('methods.total'),
      ]}
      rows={[
        [t('methods.counted'), ...parts.map(({ value }) => value), total],
        [
          t('methods.published'),
          ...parts.map(({ id, value }) => shown(id, value)),
          shown('_T', total),
        ],
      ]}
    />
  );
}
