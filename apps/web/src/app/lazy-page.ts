import { lazyRouteComponent } from '@tanstack/react-router';

/**
 * A page whose code comes when it is opened. Where code is gone, as after an update of the site, the router loads the document
 * anew; without a connection that would leave the reader with the browser's own error page, so it is a failed read like others.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch((error: unknown) => {
        throw navigator.onLine ? error : new Error('Load failed', { cause: error });
      }),
    name,
  );
