import type { JSX } from "preact";
import { Icon } from "../icon.tsx";

/** Takes the file of an entry away. */
export function DownloadLink(
  { label, href }: { readonly label: string; readonly href: string },
): JSX.Element {
  return (
    <a class="icon-button" href={href} download aria-label={label} title={label}>
      <Icon name="download" />
    </a>
  );
}
