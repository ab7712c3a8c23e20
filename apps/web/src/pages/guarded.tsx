import type { Operation } from '@qadam/domain';
import type { ComponentType } from 'react';
import { RequireRole } from '../desk/require-role.tsx';

/** A desk as the page of those who may do this; `area` as RequireRole has it. */
export const guarded = (operation: Operation, Desk: ComponentType, area?: string) =>
  function Guarded() {
    return (
      <RequireRole operation={operation} area={area}>
        <Desk />
      </RequireRole>
    );
  };
