/** What was delivered to the apps and what they called, for whoever develops one. */
export function Inspector() {
  return null;
}
