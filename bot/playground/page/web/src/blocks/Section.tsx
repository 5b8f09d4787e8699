/** Section: a text, fields in two columns, and one element at its right. */

import "./Section.css";
import { Element } from "../elements/Element";
import type { Json } from "../protocol";
import { record, records, said, words } from "../text/read";
import { Text } from "../text/Text";
import { Clamp } from "./Clamp";
import { Image } from "./Image";
import { usePlace } from "../place";

const LONGEST = 700;
const MOST_LINES = 12;

export function Section({ block }: { block: Json }) {
  const { text, fields, accessory, block_id, expand } = record(block);
  const kind = words(record(accessory).type);
  const isPicture = kind === "image";
  return (
    <div class={`Section${isPicture || kind === "overflow" ? " Section-narrow" : ""}`}>
      <div class="Section-words" id={block_id ? `section-${block_id}` : undefined}>
        {text ? <Words of={text} isWhole={expand === true} /> : null}
        <Fields of={fields} />
      </div>
      {kind ? <Accessory of={accessory} block={block} isPicture={isPicture} /> : null}
    </div>
  );
}

function Words({ of, isWhole }: { of: Json; isWhole: boolean }) {
  const place = usePlace();
  const isLong = !isWhole && place.surface === "message" && isLongText(said(of));
  return isLong ? (
    <Clamp lines={MOST_LINES}>
      <Text of={of} />
    </Clamp>
  ) : (
    <div>
      <Text of={of} />
    </div>
  );
}

function isLongText(text: string): boolean {
  return text.length > LONGEST || text.split("\n").length > MOST_LINES;
}

function Fields({ of }: { of: Json }) {
  const fields = records(of);
  if (fields.length === 0) return null;
  return (
    <div class="Section-fields">
      {fields.map((field, index) => (
        <div key={index}>
          <Text of={field} />
        </div>
      ))}
    </div>
  );
}

function Accessory({ of, block, isPicture }: { of: Json; block: Json; isPicture: boolean }) {
  return (
    <div class="Section-accessory">
      {isPicture ? <Image of={of} class="Section-picture" /> : <Element element={of} block={block} />}
    </div>
  );
}
