/** Image: a picture; its words instead where it is broken. A file of Slack comes from the page's own server. */

import "./Image.css";
import { useState } from "preact/hooks";
import { usePlace } from "../place";
import type { Json } from "../protocol";
import { record, words } from "../text/read";

const WEB = /^(?:https?:\/\/|data:image\/|\/page\/file\/)/i;
const FILE = /\/files\/(?:[^/]+\/)?(F\w+)/;

export function Image({ of, ...rest }: { of: Json; class?: string }) {
  const url = useAddress(of);
  const alt = words(record(of).alt_text);
  const [broken, setBroken] = useState("");
  const wanted = rest.class ?? "";
  if (url === "" || broken === url) return <Broken of={of} class={wanted} />;
  return (
    <img
      class={wanted}
      src={url}
      alt={alt}
      title={alt}
      loading="lazy"
      decoding="async"
      onError={() => setBroken(url)}
      {...sizes(of)}
    />
  );
}

/** A picture that only adorns says so by empty words, and is not missed. */
function Broken({ of, ...rest }: { of: Json; class: string }) {
  const alt = words(record(of).alt_text);
  if (alt === "" && record(of).alt_text === "") return null;
  return (
    <span class={`Image-broken ${rest.class}`} role="img" aria-label={alt || "Picture"}>
      {alt || "Picture"}
    </span>
  );
}

/** Where a picture comes from; empty where from nowhere. */
export function useAddress(of: Json): string {
  const { who } = usePlace();
  const { image_url, slack_file } = record(of);
  const { id, url } = record(slack_file);
  const file = words(id) || (FILE.exec(words(url))?.[1] ?? "");
  if (file !== "") return `/page/file/${encodeURIComponent(file)}/picture?person=${encodeURIComponent(who.person)}`;
  const address = words(image_url) || words(url);
  return WEB.test(address) ? address : "";
}

function sizes(of: Json): { width?: number; height?: number } {
  const { image_width, image_height } = record(of);
  return typeof image_width === "number" && typeof image_height === "number"
    ? { width: image_width, height: image_height }
    : {};
}
