/** Legacy: an attachment as it was before there were blocks. */

import type { Json } from "../protocol";
import { dated } from "../text/dates";
import { Link } from "../text/Link";
import { Mrkdwn } from "../text/Mrkdwn";
import { list, record, records, words } from "../text/read";
import { Clamp } from "./Clamp";
import { Image } from "./Image";

const LONGEST = 700;
const MOST_LINES = 5;

export function Pretext({ of }: { of: Json }) {
  const text = words(record(of).pretext);
  return text === "" ? null : (
    <div>
      <Mrkdwn text={text} />
    </div>
  );
}

export function Legacy({ of }: { of: Json }) {
  const { author_name, author_link, author_icon, title, title_link, text, fallback, fields, image_url, thumb_url } =
    record(of);
  const isBare = !author_name && !title && !text && !image_url && !thumb_url && list(fields).length === 0;
  return (
    <div class="Attachments-legacy">
      <div class="Attachments-words">
        {author_name ? (
          <div class="Attachments-author">
            {author_icon ? <Image of={{ image_url: author_icon, alt_text: "" }} class="Attachments-icon" /> : null}
            <Link url={author_link}>{words(author_name)}</Link>
          </div>
        ) : null}
        {title ? (
          <div class="Attachments-title">
            <Link url={title_link}>
              <Mrkdwn text={words(title)} />
            </Link>
          </div>
        ) : null}
        <Words text={words(text) || (isBare ? words(fallback) : "")} />
        <Fields of={fields} />
        {image_url ? (
          <Image of={{ image_url, alt_text: words(fallback) || words(title) || "Picture" }} class="Picture-image" />
        ) : null}
        <Footer of={of} />
      </div>
      {thumb_url && !image_url ? <Image of={{ image_url: thumb_url, alt_text: "" }} class="Attachments-thumb" /> : null}
    </div>
  );
}

function Words({ text }: { text: string }) {
  if (text === "") return null;
  const isLong = text.length > LONGEST || text.split("\n").length > MOST_LINES;
  return isLong ? (
    <Clamp lines={MOST_LINES}>
      <Mrkdwn text={text} />
    </Clamp>
  ) : (
    <div>
      <Mrkdwn text={text} />
    </div>
  );
}

function Fields({ of }: { of: Json }) {
  const fields = records(of);
  if (fields.length === 0) return null;
  return (
    <dl class="Attachments-fields">
      {fields.map((field, index) => (
        <div key={index} class={field.short === true ? undefined : "Attachments-long"}>
          <dt>
            <Mrkdwn text={words(field.title)} />
          </dt>
          <dd>
            <Mrkdwn text={words(field.value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Footer({ of }: { of: Json }) {
  const { footer, footer_icon, ts } = record(of);
  const seconds = Number(words(ts) || NaN);
  const when = Number.isFinite(seconds) ? dated(seconds, "{date_short_pretty} at {time}") : undefined;
  if (!footer && when === undefined) return null;
  return (
    <div class="Attachments-footer">
      {footer && footer_icon ? <Image of={{ image_url: footer_icon, alt_text: "" }} class="Attachments-icon" /> : null}
      {footer ? <Mrkdwn text={words(footer)} /> : null}
      {footer && when ? <span aria-hidden="true">|</span> : null}
      {when ? <span>{when}</span> : null}
    </div>
  );
}
