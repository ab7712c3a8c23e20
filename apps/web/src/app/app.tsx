import { RouterProvider } from '@tanstack/react-router';
import { I18nextProvider } from 'react-i18next';
import type { AppContext } from './context.ts';
import type { AppRouter } from './router.tsx';

export function App({ router, context }: { router: AppRouter; context: AppContext }) {
  return (
    <I18nextProvider i18n={context.i18n}>
      <RouterProvider router={router} />
    </I18nextProvider>
  );
}
