/**
 * Body: the inside of one message: its text where it has no blocks, its blocks, attachments, files, and what a
 * stream told of.
 */

import "./Body.css";
import type { Message } from "../protocol";
import { Markdown } from "../text/Markdown";
import { memo } from "../text/memo";
import { Mrkdwn } from "../text/Mrkdwn";
import { list } from "../text/read";
import { Attachments } from "./Attachments";
import { Blocks } from "./Blocks";
import { Boundary } from "./Boundary";
import { Clamp } from "./Clamp";
import { Chunks } from "./Chunks";
import { Files } from "./Files";

const LONGEST = 2000;
const MOST_LINES = 30;

export const Body = memo(function Body({ message }: { message: Message }) {
  const blocks = isTyped(message) ? [] : list(message.blocks);
  const [chunks, attachments, files] = [list(message.chunks), list(message.attachments), list(message.files)];
  const isStream = message.streaming_state !== undefined;
  const hasText = message.text !== "" && (isStream || blocks.length === 0);
  return (
    <Boundary of={message} what="This message">
      <div class="Body">
        {chunks.length > 0 ? <Chunks chunks={chunks} isOver={message.streaming_state !== "in_progress"} /> : null}
        {hasText ? <Words text={message.text} isStream={isStream} /> : null}
        {blocks.length > 0 ? <Blocks blocks={blocks} /> : null}
        {attachments.length > 0 ? <Attachments attachments={attachments} /> : null}
        {files.length > 0 ? <Files files={files} /> : null}
      </div>
    </Boundary>
  );
});

/** What a person types has its text in a block too, as it was typed: the markup in it is for whoever reads. */
function isTyped(message: Message): boolean {
  return message.text !== "" && message.app_id === undefined && message.bot_id === undefined;
}

function Words({ text, isStream }: { text: string; isStream: boolean }) {
  // What is being written is never cut: people read along.
  if (isStream) return <Markdown text={text} />;
  const isLong = text.length > LONGEST || text.split("\n").length > MOST_LINES;
  return isLong ? (
    <Clamp lines={MOST_LINES - 10}>
      <Mrkdwn text={text} />
    </Clamp>
  ) : (
    <div>
      <Mrkdwn text={text} />
    </div>
  );
}
