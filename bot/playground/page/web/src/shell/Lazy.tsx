/** Lazy: a component of a part of the script that is loaded when it is first shown. */

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The component that `load` brings, and `waiting` until it is there. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, waiting = "Loading…") {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [, again] = useState(0);
    const [isLost, setLost] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (found) => {
          loaded = found;
          again((count) => count + 1);
        },
        () => setLost(true),
      );
    }, []);
    if (loaded !== null) {
      const Loaded = loaded as ComponentType<object>;
      return <Loaded {...props} />;
    }
    return <p class="lazy">{isLost ? "This could not be loaded. Is the local Slack still running?" : waiting}</p>;
  };
}
