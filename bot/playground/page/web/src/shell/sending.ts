/** Sending: what becomes of what was typed: a message, a command, or files with words. */

import { command, say, upload } from "../acts";
import { commandOf } from "./completion";
import { asSent } from "./typed";

export interface Outgoing {
  person: string;
  channel: string;
  thread: string | null;
  text: string;
  files: File[];
}

/** Said to the person where Slack's client would not send it. */
export class NotSent extends Error {}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(new NotSent(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}

async function sendCommand({ person, channel, thread, text }: Outgoing): Promise<void> {
  const { name, app } = commandOf(text)!;
  if (app === null) {
    throw new NotSent(
      `${name} is not a valid command. To send a message that begins with a “/”, put a space before it.`,
    );
  }
  if (thread !== null) throw new NotSent(`${name} is not supported in threads. Sorry!`);
  await command({ person, app: app.id }, text.trim(), channel);
}

/** Send it; the words go with the first file. */
export async function send(out: Outgoing): Promise<void> {
  const { person, channel, thread, files } = out;
  const who = { person, app: null };
  if (files.length === 0) {
    if (commandOf(out.text)) await sendCommand(out);
    else await say(who, channel, asSent(out.text.trim()), thread);
    return;
  }
  let words = asSent(out.text.trim());
  for (const file of files) {
    await upload(who, channel, file.name, await base64(file), words, thread);
    words = "";
  }
}
