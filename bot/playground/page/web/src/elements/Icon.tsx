/** Icon: the few signs that elements show, drawn in the colour of the text beside them. */

const PATHS: Record<string, string> = {
  trash: "M3.5 5.5h13M8 5V3.5h4V5M5 5.5l.8 11h8.4l.8-11M8.3 8.5v5M11.7 8.5v5",
  up: "M6.5 9v7.5h8.2l1.8-5.6V9h-5l.7-4.2c.1-.9-.6-1.6-1.4-1.6L6.5 9Zm0 0H3.5v7.5h3",
  down: "M6.5 11V3.5h8.2l1.8 5.6V11h-5l.7 4.2c.1.9-.6 1.6-1.4 1.6L6.5 11Zm0 0H3.5V3.5h3",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  chevron: "M5.5 8l4.5 4.5L14.5 8",
  cross: "M5 5l10 10M15 5L5 15",
  file: "M5 2.5h6l4 4v11H5zM11 2.5v4h4",
  tick: "M4.5 10.5l4 4 7-8.5",
};

export function Icon({ name }: { name: string }) {
  return (
    <svg class={`Button-icon${name === "more" ? " Button-icon--bold" : ""}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name] ?? PATHS.more} />
    </svg>
  );
}
