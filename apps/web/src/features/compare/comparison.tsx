import { isComparable } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { scaleOf } from '../../charts/multiples/multiples.model.ts';
import { CautionList } from './caution-list.tsx';
import { Choices } from './choices.tsx';
import { cautions } from './comparability.ts';
import { comparedCurve, spanOf } from './compared-curve.ts';
import type { CompareData, Names } from './compare.types.ts';
import { ComparedCard } from './compared-card.tsx';
import { Picker } from './picker.tsx';
import { ScatterCard } from './scatter-card.tsx';
import type { CompareSearch, CompareView } from './view.ts';
import styles from './comparison.module.css';

interface Props {
  data: CompareData;
  names: Names;
  view: CompareView;
  search: CompareSearch;
  change: (view: CompareView) => void;
}

/** The picker, how it is drawn, what to know before comparing, and a chart per indicator. */
export function Comparison({ data, names, view, search, change }: Props) {
  const { t } = useTranslation(['public', 'compare']);
  const drawn = data.indicators.map((compared) => ({
    compared,
    curves: compared.series.flatMap((one) =>
      one.cell.area === 'CA4' || view.areas.includes(one.cell.area)
        ? (comparedCurve(one, view) ?? [])
        : [],
    ),
  }));
  const all = drawn.flatMap(({ curves }) => curves);
  const span = spanOf(all, view, data.release.asOfYear);
  const shared = view.scale === 'progress' && !view.own ? scaleOf(all) : undefined;
  return (
    <div className={styles.page}>
      <Picker data={data} names={names} view={view} search={search} change={change} />
      <div className={styles.charts}>
        <Choices data={data} view={view} search={search} />
        {view.draw === 'multiples' && <p className={styles.scale}>{scaleSentence(t, view)}</p>}
        <CautionList
          list={cautions(drawn, view, data.release.methodVersion)}
          data={data}
          names={names}
          view={view}
          search={search}
        />
        {view.draw === 'scatter' && (
          <ScatterCard data={data} names={names} view={view} search={search} drawn={drawn} />
        )}
        {view.draw !== 'scatter' &&
          drawn.map(({ compared, curves }) => (
            <ComparedCard
              key={compared.indicator.code}
              data={data}
              compared={compared}
              curves={curves}
              names={names}
              view={view}
              search={search}
              span={span}
              scale={shared}
              apart={view.scale === 'value' && !isComparable(compared.indicator)}
            />
          ))}
      </div>
    </div>
  );
}

type T = ReturnType<typeof useTranslation<['public', 'compare']>>['t'];

function scaleSentence(t: T, { scale, own }: CompareView): string {
  if (own) return t('multiples.ownNow');
  return t(scale === 'progress' ? 'compare:sameForAll' : 'multiples.sameNow');
}
