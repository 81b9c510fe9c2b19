import { Shop } from './Shop';

interface Props {
  searchParams: Promise<{ 'signed-in'?: string }>;
}

export default async function Page({ searchParams }: Props) {
  const asked = (await searchParams)['signed-in'];
  return <Shop isSignedIn={asked == null ? undefined : asked == 'true'} />;
}
