import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { LocalText } from '../../ui/local-text.tsx';
import {
  AssignDocument,
  type CycleDeskQuery,
  type ReportingCycleFragment,
} from './cycle-desk.generated.ts';
import styles from './framework.module.css';
import { Fields } from './fields.tsx';

const keyOf = (indicator: string, area: string) => `${indicator} ${area}`;

/** Which organisation reports each indicator for each area. Changes are kept here until they are saved together. */
export function AssignmentGrid(props: {
  data: CycleDeskQuery;
  cycle: ReportingCycleFragment;
  disabled: boolean;
}) {
  const { data, cycle, disabled } = props;
  const { areas, organisations } = data.cycleDesk;
  const { t } = useTranslation('desk');
  const [changes, setChanges] = useState<ReadonlyMap<string, string>>(new Map());
  const { problems, busy, change } = useChange();
  const askAgain = useAskAgain('CycleDesk');
  useUnsaved(changes.size > 0, 'year');
  const stored = new Map(
    cycle.assignments.map((one) => [keyOf(one.indicator, one.area), one.organisation]),
  );
  const put = (cells: readonly { indicator: string; area: string }[], organisation: string) => {
    const next = new Map(changes);
    for (const { indicator, area } of cells) {
      const key = keyOf(indicator, area);
      if ((stored.get(key) ?? '') === organisation) next.delete(key);
      else next.set(key, organisation);
    }
    setChanges(next);
  };
  const save = async () => {
    const assignments = [...changes].map(([key, organisation]) => {
      const [indicator = '', area = ''] = key.split(' ');
      return { indicator, area, organisation: organisation === '' ? null : organisation };
    });
    const expected = { cycle: cycle.year, expectedVersion: cycle.version };
    const { done } = await change(AssignDocument, { ...expected, assignments });
    if (!done) return;
    await askAgain();
    setChanges((now) => new Map([...now].filter(([key, body]) => changes.get(key) !== body)));
  };
  return (
    <div className={desk.stack}>
      {!disabled && <AssignMany data={data} onFill={put} />}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">
            {t('framework.cycle.assignments', { year: cycle.year })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('framework.indicator')}</th>
              {areas.map(({ code, name }) => (
                <th key={code} scope="col">
                  <LocalText of={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.framework.indicators.map(({ code: indicator, name, scope }) => (
              <tr key={indicator}>
                <th scope="row">
                  {indicator} <LocalText of={name} />
                </th>
                {areas.map(({ code: area, name: areaName, scope: areaScope }) => {
                  const key = keyOf(indicator, area);
                  if (areaScope !== scope) return <td key={area} />;
                  return (
                    <td
                      key={area}
                      data-label={areaName.text}
                      className={changes.has(key) ? styles.changed : undefined}
                    >
                      <select
                        className={desk.input}
                        disabled={disabled}
                        aria-label={t('framework.cycle.cell', { indicator, area: areaName.text })}
                        value={changes.get(key) ?? stored.get(key) ?? ''}
                        onChange={(event) => put([{ indicator, area }], event.target.value)}
                      >
                        <option value="">{t('framework.cycle.nobody')}</option>
                        {organisations
                          .filter((one) => one.area === null || one.area === area)
                          .map(({ code, name: body }) => (
                            <option key={code} value={code}>
                              {body.text}
                            </option>
                          ))}
                      </select>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ProblemList problems={problems} />
      {!disabled && (
        <div className={desk.row}>
          <Button look="primary" disabled={busy || changes.size === 0} onClick={() => void save()}>
            {t('framework.cycle.save')}
          </Button>
          {changes.size > 0 && (
            <p role="status">{t('framework.cycle.changed', { count: changes.size })}</p>
          )}
        </div>
      )}
    </div>
  );
}

/** Assigns all indicators of an action, or all of them, for one country to one organisation: fills the grid in without saving. */
function AssignMany(props: {
  data: CycleDeskQuery;
  onFill: (cells: { indicator: string; area: string }[], organisation: string) => void;
}) {
  const { actions, indicators } = props.data.framework;
  const { areas, organisations } = props.data.cycleDesk;
  const { t } = useTranslation('desk');
  const [action, setAction] = useState('');
  const [area, setArea] = useState(areas[0]?.code ?? '');
  const [organisation, setOrganisation] = useState('');
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
        none={t('framework.cycle.all')}
        options={actions.map(({ code }) => [code, code])}
      />
      <SelectField
        label={t('framework.area')}
        value={area}
        onChange={(next) => {
          setArea(next);
          setOrganisation('');
        }}
        options={areas.map(({ code, name }) => [code, name.text])}
      />
      <SelectField
        label={t('framework.cycle.to')}
        value={organisation}
        onChange={setOrganisation}
        none={t('framework.cycle.nobody')}
        options={bodies.map(({ code, name }) => [code, name.text])}
      />
      <Button onClick={fill}>{t('framework.cycle.apply')}</Button>
    </Fields>
  );
}
