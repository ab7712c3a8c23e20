import { ApolloProvider } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { markSignedIn } from '../../desk/signed-in.ts';
import { workClient, workLink } from '../../desk/work-client.ts';
import { FollowButton } from './follow-button.tsx';
import type { Follow } from './follow.types.ts';
import { SaveView } from './save-view.tsx';
import { SinceLastVisit } from './since-last-visit.tsx';
import styles from './tools.module.css';

const root = getRouteApi('__root__');
const never = new Promise<void>(() => undefined);

/** After the session has ended a public page is a visitor's again, without a dialog to sign in. */
export function Tools({ follow, news = false }: { follow?: Follow; news?: boolean }) {
  const { lang } = root.useRouteContext();
  const client = useMemo(
    () =>
      workClient(workLink(lang), () => {
        markSignedIn(false);
        return never;
      }),
    [lang],
  );
  return (
    <ApolloProvider client={client}>
      <div className={`${styles.tools ?? ''} no-print`}>
        <SinceLastVisit shown={news} />
        <div className={styles.row}>
          {follow && <FollowButton follow={follow} />}
          <SaveView />
        </div>
      </div>
    </ApolloProvider>
  );
}
