/** Icon: the small pictures of the page, drawn in the colour of the text; they never carry a meaning alone. */

import "./Icon.css";

const PATHS = {
  add: "M10 4v12M4 10h12",
  back: "M12 4l-6 6 6 6",
  bolt: "M11 2 4 11h5l-1 7 7-9h-5z",
  close: "M5 5l10 10M15 5L5 15",
  down: "M5 8l5 5 5-5",
  file: "M14 9l-5 5a2.5 2.5 0 0 1-4-4l6-6a4 4 0 0 1 6 6l-6 6",
  hash: "M8 3 6 17M14 3l-2 14M4 7.5h13M3 12.5h13",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  panel: "M3 4h14v12H3zM12 4v12",
  people: "M7.5 9a3 3 0 1 0 0-.01M2.5 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M13 4a3 3 0 0 1 0 6M14.5 12c2 .4 3 1.8 3 4",
  pin: "M7.5 3h5v5l2.5 3.5H5L7.5 8zM10 11.5V17",
  reply: "M3 4h14v9h-7l-4 4v-4H3z",
  send: "M3 4l15 6-15 6 2-6zM5 10h7",
  shared: "M7.5 5.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9M12.5 5.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 1 1 0-9",
  smile: "M10 17.5a7.5 7.5 0 1 0-.01 0M7 12c1.5 2 4.5 2 6 0M7.5 8h.01M12.5 8h.01",
  theme: "M10 2.5v15a7.5 7.5 0 0 0 0-15M10 2.5a7.5 7.5 0 0 0 0 15",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
