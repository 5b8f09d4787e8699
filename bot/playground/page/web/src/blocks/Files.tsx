/** Files: pictures as they are, everything else as a card to download. */

import "./Files.css";
import { useState } from "preact/hooks";
import { usePlace } from "../place";
import type { SlackFile } from "../protocol";
import { records, words } from "../text/read";

const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;
const OWN = /^\/page\/file\//;

export function Files({ files }: { files: SlackFile[] }) {
  const all = records(files) as SlackFile[];
  return (
    <ul class="Files">
      {all.map((file, index) => (
        <li key={file.id ?? index}>
          <One file={file} />
        </li>
      ))}
    </ul>
  );
}

function One({ file }: { file: SlackFile }) {
  const { who } = usePlace();
  const [isBroken, setBroken] = useState(false);
  const path = words(file.page_url);
  const url = OWN.test(path) ? `${path}?person=${encodeURIComponent(who.person)}` : "";
  if (url === "" || isBroken || !PICTURE.test(words(file.mimetype))) return <Card file={file} url={url} />;
  const name = words(file.title) || words(file.name);
  return (
    <figure class="Files-figure">
      <figcaption class="Files-name" dir="auto">
        {name}
      </figcaption>
      <a href={url} target="_blank" rel="noopener noreferrer">
        <img
          class="Files-picture"
          src={url}
          alt={words(file.alt_txt) || name}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      </a>
    </figure>
  );
}

function Card({ file, url }: { file: SlackFile; url: string }) {
  const name = words(file.name) || "File";
  const title = words(file.title) || name;
  return (
    <div class="Files-card">
      <span class="Files-kind" aria-hidden="true">
        {kindOf(name)}
      </span>
      <div class="Files-words">
        <div class="Files-title" dir="auto">
          {title}
        </div>
        <div class="Files-about">
          {[title === name ? "" : name, kindOf(name), sizeOf(file.size)].filter(Boolean).join(" · ")}
        </div>
      </div>
      {url === "" ? null : (
        <a class="Files-get" href={url} download={name} aria-label={`Download ${name}`}>
          Download
        </a>
      )}
    </div>
  );
}

function kindOf(name: string): string {
  const ending = /\.(\w{1,5})$/.exec(name)?.[1];
  return ending ? ending.toUpperCase() : "FILE";
}

function sizeOf(bytes: number): string {
  if (typeof bytes !== "number" || !(bytes >= 0)) return "";
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
