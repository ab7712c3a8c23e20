import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './receipt.module.css';
import { PageLink } from '../../ui/page-link.tsx';

const route = getRouteApi('/$lang/indicators/$code');

/** A number that leads to its receipt: where it comes from and what became of it. */
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
