import SupportCode from '@site/src/SupportCode';
import Copyright from '@theme-original/Footer/Copyright';
import type { ComponentProps } from 'react';

/** The theme's own line, with the badge below it. */
export default function CopyrightWithSupportCode(props: ComponentProps<typeof Copyright>) {
  return (
    <>
      <Copyright {...props} />
      <SupportCode />
    </>
  );
}
