import { levelChange, METHOD_VERSION } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

const [draft, inForce] = ['0.4', '0.8'];

/** More facts never read as a step back. */
export function ChangeExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const { points } = levelChange({
    from: { methodVersion: METHOD_VERSION, parts: [{ key: '1', level: draft }] },
    to: {
      methodVersion: METHOD_VERSION,
      parts: [
        { key: '1', level: inForce },
        { key: '2', level: '0' },
        { key: '3', level: '0' },
      ],
    },
  });
  const share = (part: string) => format.percent(String(Number(part) * 100));
  return (
    <p>
      {t('methods.moveExample', {
        ...{ from: share(draft), to: share(inForce) },
        points: points === null ? '' : format.signed(String(points), 0),
      })}
    </p>
  );
}
