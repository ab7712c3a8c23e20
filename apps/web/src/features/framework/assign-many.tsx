import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import type { CycleDeskQuery } from './cycle-desk.generated.ts';
import { Fields, SelectField } from './fields.tsx';

/** All indicators of an action, or all there are, in one country to one organisation: filled in, not saved yet. */
export function AssignMany(props: {
  data: CycleDeskQuery;
  onFill: (cells: { indicator: string; area: string }[], organisation: string) => void;
}) {
  const { actions, indicators } = props.data.framework;
  const { areas, organisations } = props.data.cycleDesk;
  const { t } = useTranslation('desk');
  const [action, setAction] = useState('');
  const [area, setArea] = useState(areas[0]?.code ?? '');
  const [organisation, setOrganisation] = useState('');
  const nobody = { '': t('framework.cycle.nobody') };
  const bodies = organisations.filter((one) => one.area === null || one.area === area);
  const fill = () => {
    const place = areas.find(({ code }) => code === area);
    const links = actions.find(({ code }) => code === action)?.links;
    const cells = indicators
      .filter(({ code, scope }) => {
        const chosen = links === undefined || links.some(({ indicator }) => indicator === code);
        return scope === place?.scope && chosen;
      })
      .map(({ code }) => ({ indicator: code, area }));
    props.onFill(cells, organisation);
  };
  return (
    <Fields legend={t('framework.cycle.bulk')}>
      <SelectField
        label={t('framework.cycle.bulkOf')}
        value={action}
        onChange={setAction}
        options={{
          '': t('framework.cycle.all'),
          ...Object.fromEntries(actions.map(({ code }) => [code, code])),
        }}
      />
      <SelectField
        label={t('framework.area')}
        value={area}
        onChange={(next) => {
          setArea(next);
          setOrganisation('');
        }}
        options={Object.fromEntries(areas.map(({ code, name }) => [code, name.text]))}
      />
      <SelectField
        label={t('framework.cycle.to')}
        value={organisation}
        onChange={setOrganisation}
        options={{
          ...nobody,
          ...Object.fromEntries(bodies.map(({ code, name }) => [code, name.text])),
        }}
      />
      <button type="button" className={desk.quiet} onClick={fill}>
        {t('framework.cycle.apply')}
      </button>
    </Fields>
  );
}
