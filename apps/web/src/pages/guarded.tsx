import type { Operation } from '@qadam/domain';
import type { ComponentType } from 'react';
import { RequireRole } from '../desk/require-role.tsx';

/** A desk as a page for those who may do this operation; `area` is passed on to RequireRole. */
export const guarded = (operation: Operation, Desk: ComponentType, area?: string) =>
  function Guarded() {
    return (
      <RequireRole operation={operation} area={area}>
        <Desk />
      </RequireRole>
    );
  };
