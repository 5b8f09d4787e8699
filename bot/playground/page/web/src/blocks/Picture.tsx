/** Picture: an image block, with its title above. */

import "./Picture.css";
import type { Json } from "../protocol";
import { Link } from "../text/Link";
import { record, said } from "../text/read";
import { Text } from "../text/Text";
import { Image, useAddress } from "./Image";

export function Picture({ block }: { block: Json }) {
  const { title } = record(block);
  const address = useAddress(block);
  const image = <Image of={block} class="Picture-image" />;
  return (
    <figure class="Picture">
      {said(title) ? (
        <figcaption class="Picture-title">
          <Text of={title} />
        </figcaption>
      ) : null}
      {/^https?:/.test(address) ? (
        <Link url={address} class="Picture-link">
          {image}
        </Link>
      ) : (
        image
      )}
    </figure>
  );
}
