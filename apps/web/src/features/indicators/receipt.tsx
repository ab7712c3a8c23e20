import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BREAKDOWN_DIMENSIONS, isTotalPart } from '@qadam/domain';
import styles from './receipt.module.css';
import { OutLink } from '../../ui/source-link.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { IndicatorData, IndicatorSeries, IndicatorSource } from './indicator-data.ts';

export type IndicatorValue = IndicatorSeries['values'][number];

/** A value in the address of its page: "KGZ.2023"; a part is followed by the codes of all its dimensions. */
export function receiptKey(area: string, value: IndicatorValue): string {
  const codes = isTotalPart(value) ? [] : BREAKDOWN_DIMENSIONS.map((name) => value[name]);
  return [area, value.year, ...codes].join('.');
}

export interface Receipt {
  series: IndicatorSeries;
  value: IndicatorValue;
  part: boolean;
}

/** The value that the address names, if this release has it. */
export function findReceipt(data: IndicatorData, key: string | undefined): Receipt | null {
  if (key === undefined) return null;
  for (const series of data.series) {
    const value = [...series.values, ...partsHeld(data, series)].find(
      (candidate) => receiptKey(series.area, candidate) === key,
    );
    if (value) return { series, value, part: !isTotalPart(value) };
  }
  return null;
}

/** The parts of an area that came with the page or were loaded since. */
const partsHeld = (
  { compared = [], receipt }: IndicatorData,
  { area, breakdowns }: IndicatorSeries,
): IndicatorValue[] => [
  ...breakdowns,
  ...compared.filter((one) => one.area === area).flatMap(({ values }) => values),
  ...(receipt?.area === area ? [receipt.value] : []),
];

const route = getRouteApi('/$lang/indicators/$code');

/** A number as a link to its receipt. */
export function ReceiptLink(props: { receipt: string; children: ReactNode }) {
  const { code } = route.useParams();
  const search = route.useSearch();
  return (
    <PageLink
      to="/$lang/indicators/$code"
      params={{ code }}
      search={{ ...search, receipt: props.receipt }}
      resetScroll={false}
      preload={false}
      className={styles.number}
    >
      {props.children}
    </PageLink>
  );
}

export function SourceName({ source }: { source: IndicatorSource | undefined }) {
  if (!source) return null;
  const name = source.year === null ? source.publisher : `${source.publisher}, ${source.year}`;
  return (
    <OutLink href={source.url} title={source.title}>
      {name}
    </OutLink>
  );
}
