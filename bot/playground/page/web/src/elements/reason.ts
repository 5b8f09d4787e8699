/** reason: why something did not work, in the words of whoever refused it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
