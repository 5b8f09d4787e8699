/** Pieces of rich text: each is one thing, with its style. */

import type { ComponentChild } from "preact";
import type { Json } from "../protocol";
import { Emoji } from "./Emoji";
import { Time } from "./Inlines";
import { Link } from "./Link";
import { Broadcast, Channel, Group, Person } from "./Mention";
import { number, record, records, words } from "./read";

const COLOR = /^#[0-9a-f]{6}$/i;
const CODE = /^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*$/i;

export function Pieces({ of }: { of: Json }) {
  return (
    <>
      {records(of).map((piece, index) => (
        <Piece key={index} of={piece} />
      ))}
    </>
  );
}

function Piece({ of }: { of: Json }) {
  return <>{styled(record(of.style), inner(of))}</>;
}

function inner(of: Json): ComponentChild {
  switch (of.type) {
    case "text":
      return words(of.text);
    case "link":
      return <Link url={of.url}>{words(of.text) || words(of.url)}</Link>;
    case "user":
      return <Person id={words(of.user_id)} />;
    case "channel":
      return <Channel id={words(of.channel_id)} />;
    case "usergroup":
      return <Group id={words(of.usergroup_id)} />;
    case "team":
      return words(of.team_id);
    case "broadcast":
      return <Broadcast range={words(of.range)} />;
    case "emoji":
      return <Emoji name={words(of.name)} tone={number(of.skin_tone)} text={unicode(of)} />;
    case "color":
      return <Color value={words(of.value)} />;
    case "date":
      return (
        <Time
          {...{
            seconds: number(of.timestamp) ?? NaN,
            template: words(of.format),
            url: words(of.url),
            fallback: words(of.fallback),
          }}
        />
      );
    default:
      return words(of.text);
  }
}

function styled(style: Record<string, Json>, child: ComponentChild): ComponentChild {
  let shown = child;
  if (style.code === true) shown = <code class="Text-code">{shown}</code>;
  if (style.highlight === true || style.client_highlight === true) shown = <mark class="RichText-mark">{shown}</mark>;
  if (style.underline === true) shown = <u>{shown}</u>;
  if (style.strike === true) shown = <s>{shown}</s>;
  if (style.italic === true) shown = <i>{shown}</i>;
  return style.bold === true ? <b>{shown}</b> : shown;
}

function unicode(of: Json): string | undefined {
  const written = words(of.unicode);
  if (!CODE.test(written) || number(of.skin_tone) !== undefined) return undefined;
  const codes = written.split("-").map((each) => parseInt(each, 16));
  return codes.some((code) => code > 0x10ffff) ? undefined : String.fromCodePoint(...codes);
}

function Color({ value }: { value: string }) {
  if (!COLOR.test(value)) return <>{value}</>;
  return (
    <>
      <span class="RichText-color" style={{ background: value }} />
      {value}
    </>
  );
}
