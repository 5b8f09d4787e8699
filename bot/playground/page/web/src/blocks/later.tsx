/** Later: a block whose component comes when it is first met; its room is held meanwhile. */

import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Json } from "../protocol";

type Kind = FunctionComponent<{ block: Json }>;

export function later(load: () => Promise<Kind>, height: number): Kind {
  let found: Kind | null = null;
  return function Later({ block }) {
    const [, settle] = useState(false);
    const [failed, fail] = useState(false);
    const wasThere = found !== null;
    useEffect(() => {
      const took = (kind: Kind) => {
        found = kind;
        settle(true);
      };
      if (!wasThere) load().then(took, () => fail(true));
    }, []);
    if (found !== null) {
      const Found = found;
      return <Found block={block} />;
    }
    if (failed) return <p class="Blocks-odd">This block could not be loaded.</p>;
    return <div style={{ minHeight: `${height}px` }} />;
  };
}
