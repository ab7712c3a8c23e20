import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { FailedToLoad } from '../desk/failed-to-load.tsx';

export function Failure({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <FailedToLoad error={error} retry={() => void router.invalidate()} />;
}
