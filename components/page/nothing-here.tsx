import { Notice } from './notice.tsx';

export function NothingHere() {
  return (
    <Notice title="There is nothing at this address">
      The link may have been cut off, or the form was taken down. If you were looking for a community, go back
      to the page that sent you here, or <a href="/">see all communities</a>.
    </Notice>
  );
}
