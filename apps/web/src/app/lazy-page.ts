import { lazyRouteComponent } from '@tanstack/react-router';

/**
 * A page whose code comes when it is opened. Where code is gone, as after an update of the site, the router loads the document
 * anew; without a connection that would leave the reader with the browser's own error page. Only an answer of the site tells the
 * two apart (`navigator.onLine` does not know of a network that leads nowhere); none is a failed read like others.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch(async (error: unknown) => {
        if (typeof window !== 'undefined') await fetch('/health/live', { cache: 'no-store' });
        throw error;
      }),
    name,
  );
