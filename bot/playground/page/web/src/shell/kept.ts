/** Kept: small things that the browser remembers for this tab, or for good; a browser that refuses to is no trouble. */

function read<T>(where: () => Storage, key: string, otherwise: T): T {
  try {
    const found = where().getItem(key);
    return found === null ? otherwise : (JSON.parse(found) as T);
  } catch {
    return otherwise;
  }
}

function write(where: () => Storage, key: string, value: unknown): void {
  try {
    if (value === null || value === "") where().removeItem(key);
    else where().setItem(key, JSON.stringify(value));
  } catch {
    // Full, or forbidden: then it is forgotten.
  }
}

const tab = () => sessionStorage;
const good = () => localStorage;

export const kept = <T>(key: string, otherwise: T): T => read(tab, key, otherwise);
export const keep = (key: string, value: unknown): void => write(tab, key, value);
export const keptForGood = <T>(key: string, otherwise: T): T => read(good, key, otherwise);
export const keepForGood = (key: string, value: unknown): void => write(good, key, value);
