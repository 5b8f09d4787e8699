/** Link: opens elsewhere, and only where that is safe; the words alone otherwise. */

import type { ComponentChildren } from "preact";
import { safe } from "./links";

export function Link({
  url,
  children,
  ...rest
}: {
  url: unknown;
  class?: string;
  title?: string;
  children: ComponentChildren;
}) {
  const href = safe(url);
  if (href === null) return <span {...rest}>{children}</span>;
  return (
    <a {...rest} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
