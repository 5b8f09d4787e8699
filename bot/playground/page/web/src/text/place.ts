/** Place of a text: words stand in other places too, where nobody can be shown. */

import { usePlace } from "../place";
import type { Place } from "../place";

export function usePlaceIfAny(): Place | null {
  try {
    return usePlace();
  } catch {
    return null;
  }
}
