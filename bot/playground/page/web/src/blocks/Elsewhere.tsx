/**
 * Elsewhere: what other places hold: a video, a remote file, a call. The page opens them there and shows what is
 * known.
 */

import "./Elsewhere.css";
import type { Json } from "../protocol";
import { Link } from "../text/Link";
import { safe } from "../text/links";
import { record, said, words } from "../text/read";
import { Text } from "../text/Text";
import { Image } from "./Image";

export function Video({ block }: { block: Json }) {
  const { title, title_url, video_url, description, author_name, provider_name, provider_icon_url } = record(block);
  const from = [words(author_name), words(provider_name)].filter(Boolean).join(" · ");
  return (
    <div class="Elsewhere-video">
      {from ? (
        <div class="Elsewhere-from">
          {provider_icon_url ? (
            <Image of={{ image_url: provider_icon_url, alt_text: words(provider_name) }} class="Elsewhere-icon" />
          ) : null}
          {from}
        </div>
      ) : null}
      <div class="Elsewhere-title">
        <Link url={title_url ?? video_url}>
          <Text of={title} />
        </Link>
      </div>
      {said(description) ? (
        <div>
          <Text of={description} />
        </div>
      ) : null}
      <Thumbnail block={block} />
    </div>
  );
}

function Thumbnail({ block }: { block: Json }) {
  const { thumbnail_url, alt_text, video_url } = record(block);
  const url = safe(video_url);
  const image = <Image of={{ image_url: thumbnail_url, alt_text }} class="Elsewhere-thumbnail" />;
  if (url === null) return <div class="Elsewhere-screen">{image}</div>;
  return (
    <Link url={url} class="Elsewhere-screen" title={`Opens ${new URL(url).host}`}>
      {image}
      <span class="Elsewhere-play" aria-hidden="true">
        ▶
      </span>
      <span class="hidden">{`Play at ${new URL(url).host}`}</span>
    </Link>
  );
}

export function Elsewhere({ block }: { block: Json }) {
  const { type, external_id, call_id } = record(block);
  const isCall = type === "call";
  return (
    <div class="Elsewhere-card">
      <span class="Elsewhere-sign" aria-hidden="true">
        {isCall ? "CALL" : "FILE"}
      </span>
      <div>
        <div class="Elsewhere-title">{isCall ? "Call" : "Remote file"}</div>
        <div class="Elsewhere-soft">{words(isCall ? call_id : external_id)}</div>
        <div class="Elsewhere-soft">
          {isCall ? "Calls cannot be joined here." : "Its content is elsewhere, so it cannot be shown here."}
        </div>
      </div>
    </div>
  );
}
