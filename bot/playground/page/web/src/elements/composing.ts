/*
 * composing: whether a key belongs to an input method (Japanese, Chinese, dead keys). Its Enter takes a word and its
 * Escape gives one up: neither sends, picks or closes anything.
 */

/** What Safari reports for the key that ends a composition, of which it says no more that it belongs to one. */
const PROCESSED = 229;

export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === PROCESSED;
