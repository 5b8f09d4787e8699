/** Card: a hero picture, an icon with a title, words and buttons; a carousel is a row of them that scrolls. */

import "./Card.css";
import { useId, useRef } from "preact/hooks";
import { Element } from "../elements/Element";
import type { Json } from "../protocol";
import { record, records, said, words } from "../text/read";
import { Text } from "../text/Text";
import { Boundary } from "./Boundary";
import { Image } from "./Image";

export function Card({ block }: { block: Json }) {
  const { hero_image, body, actions } = record(block);
  const buttons = records(actions);
  return (
    <article class="Card">
      {record(hero_image).type ? <Image of={hero_image} class="Card-hero" /> : null}
      {hasTop(block) || said(body) || buttons.length > 0 ? (
        <div class="Card-inside">
          {hasTop(block) ? <Top block={block} /> : null}
          {said(body) ? (
            <div class="Card-body">
              <Text of={body} />
            </div>
          ) : null}
          {buttons.length > 0 ? (
            <div class="Card-actions">
              {buttons.map((one, index) => (
                <Element key={words(one.action_id) || index} element={one} block={block} />
              ))}
            </div>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

function hasTop(block: Json): boolean {
  const { icon, title, subtitle } = record(block);
  return Boolean(record(icon).type || said(title) || said(subtitle));
}

function Top({ block }: { block: Json }) {
  const { icon, title, subtitle } = record(block);
  return (
    <div class="Card-top">
      {record(icon).type ? <Image of={icon} class="Card-icon" /> : null}
      <div class="Card-names">
        {said(title) ? (
          <div class="Card-title">
            <Text of={title} />
          </div>
        ) : null}
        {said(subtitle) ? (
          <div class="Card-subtitle">
            <Text of={subtitle} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

export function Carousel({ block }: { block: Json }) {
  const row = useRef<HTMLUListElement>(null);
  const id = useId();
  const cards = records(record(block).elements);
  const go = (sign: number) => {
    const seen = row.current;
    const width = seen?.firstElementChild?.getBoundingClientRect().width ?? 0;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    seen?.scrollBy({ left: sign * (width + 12), behavior: isStill ? "auto" : "smooth" });
  };
  return (
    <div class="Card-carousel" role="group" aria-label={`${cards.length} cards`}>
      <ul class="Card-row" id={id} ref={row} tabIndex={0} aria-label="Cards">
        {cards.map((card, index) => (
          <li key={index}>
            <Boundary of={card} what="A card">
              <Card block={card} />
            </Boundary>
          </li>
        ))}
      </ul>
      {cards.length > 1 ? (
        <div class="Card-moves">
          <button type="button" aria-controls={id} aria-label="Previous cards" onClick={() => go(-1)}>
            ‹
          </button>
          <button type="button" aria-controls={id} aria-label="Next cards" onClick={() => go(1)}>
            ›
          </button>
        </div>
      ) : null}
    </div>
  );
}
