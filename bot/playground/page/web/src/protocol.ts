/**
 * Protocol: what the server tells the page.
 *
 * Everything that a person sees is a set of parts, each a JSON value under a key. The server sends all of them once,
 * and from then on those that changed and the keys of those that are gone. The keys are written in `Parts`.
 */

export type Json = any;

/** What the page looks at; sent to the server whenever it changes. */
export interface Looking {
  /** The person who looks, by user id. */
  person: string;
  /** The channel or direct message that is open; null where another screen is. */
  channel: string | null;
  /** The root of the thread that is open beside it. */
  thread: string | null;
  /** Whether the inspector is open: `exchange/` and `call/` parts are sent only then. */
  inspecting: boolean;
}

/** What the server sends: parts to set, keys to drop, and the server's time in seconds since 1970. */
export interface Patch {
  set: Record<string, Json>;
  drop: string[];
  now: number;
}

/** What the server answers to an act that came over the connection; `found` as POST /control/act answers it. */
export interface Answered {
  answer: number;
  status: number;
  found: Json;
}

/** Each kind of key, and what stands under it. */
export interface Parts {
  /** `world` */
  world: World;
  /** `person/<id>`: people and bots of the workspace, and of others who share a channel with it. */
  person: Person;
  /** `app/<id>`: the apps that are installed in the person's workspace. */
  app: App;
  /** `channel/<id>`: the channels the person can see, and the direct messages with the apps. */
  channel: Channel;
  /** `message/<channel>/<ts>`: of the open channel and the open thread, ephemeral ones too. */
  message: Message;
  /** `status/<channel>/<thread or nothing>` */
  status: Status;
  /** `prompts/<channel>/<thread or nothing>` */
  prompts: Prompts;
  /** `session/<channel>/<thread>` */
  session: Session;
  /** `home/<app>`: the Home tab, once the app has published it. */
  home: View;
  /** `modals`: the modals that are open, the one on top last. */
  modals: View[];
  /** `troubles`: what Slack told the person went wrong, the latest last. */
  troubles: Trouble[];
  /** `bench`: what the author of a pack is shown; missing where nobody writes one. */
  bench: Bench;
  /** `exchange/<number>`: what was delivered to an app, and what it answered. */
  exchange: Exchange;
  /** `call/<number>`: what an app called. */
  call: Call;
}

export interface World {
  /** The person who looks; somebody else where the one asked for is not there any more. */
  person: string;
  team: { id: string; name: string; domain: string };
  /** Every workspace that has people, to choose from. */
  teams: { id: string; name: string }[];
  /** Everybody who can be acted as, in every workspace: bots are left out. */
  actors: { id: string; name: string; real_name: string; team: string; role: string }[];
}

export interface Person {
  id: string;
  team: string;
  name: string;
  real_name: string;
  is_bot: boolean;
  is_admin: boolean;
  is_guest: boolean;
  tz: string;
  /** The app whose bot this is. */
  app: string | null;
}

export interface App {
  id: string;
  name: string;
  description: string;
  bot_user: string;
  /** The direct message with the person who looks. */
  dm: string;
  /** How many connections it has; null where it is reached over HTTP. */
  connections: number | null;
  revoked: boolean;
  /** Which tabs it has. */
  has_home: boolean;
  has_messages: boolean;
  /** Whether people may write to it. */
  is_writable: boolean;
  is_agent: boolean;
  /** Whether people talk to it in chats: the older form of agents. */
  is_assistant: boolean;
  /** What an agent offers to ask, by its manifest. */
  suggested: { title: string; message: string }[];
  commands: { command: string; description: string; usage_hint: string }[];
  shortcuts: { type: "global" | "message"; name: string; callback_id: string; description: string }[];
}

export interface Channel {
  id: string;
  name: string;
  is_im: boolean;
  /** Whether it is a direct message with several people; its name is theirs. */
  is_mpim: boolean;
  is_private: boolean;
  is_shared: boolean;
  is_archived: boolean;
  topic: string;
  purpose: string;
  /** Whether the person who looks is in it. */
  is_member: boolean;
  members: string[];
  /** The app of a direct message. */
  app: string | null;
  /** The ts of the latest message that the person sees there, replies and ephemeral ones too; empty where none is. */
  latest: string;
  /** The threads with something new, each with the ts of its latest reply, to mark what was not read. */
  threads: Record<string, string>;
}

export interface Message {
  channel: string;
  ts: string;
  user: string;
  text: string;
  subtype?: string;
  username?: string;
  /** The app that posted it. */
  app_id?: string;
  bot_id?: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  thread_ts?: string;
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  files?: SlackFile[];
  is_ephemeral?: boolean;
  pinned_to?: string[];
  streaming_state?: "in_progress" | "completed";
  /** What a stream got beside text: tasks and plans. */
  chunks: Json[];
  /** Whether a reply stands in the channel too. */
  broadcast: boolean;
  /** What the person has chosen in it: by block id, by action id. */
  state: State;
}

export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  alt_txt?: string;
  /** Where the page gets its content. */
  page_url: string;
}

export interface View {
  id: string;
  type: "modal" | "home";
  hash: string;
  title?: Json;
  submit?: Json;
  close?: Json;
  notify_on_close?: boolean;
  blocks: Json[];
  app_id: string;
  state: { values: State };
}

/** Values of inputs as Slack keeps them: `{type, value | selected_option | ...}`, by block id, by action id. */
export type State = Record<string, Record<string, Json>>;

export interface Status {
  app: string;
  text: string;
  loading_messages: string[];
}

export interface Prompts {
  app: string;
  title: string | null;
  prompts: { title: string; message: string }[];
}

export interface Session {
  app: string;
  status: string;
  title: string;
}

export interface Trouble {
  id: number;
  text: string;
}

export interface Bench {
  /** What is written, for instance `Harbor`. */
  title: string;
  /** The folder to edit. */
  path: string;
  /** The version that answers are given by now, for instance `3, draft`. */
  version: string;
  /** When the files were looked at last, in seconds since 1970. */
  checked_at: number;
  /** When what answers are given by changed last; null where it did not since the start. */
  reloaded_at: number | null;
  /** Whether the files could be taken as they are. */
  ok: boolean;
  findings: { severity: "error" | "warning"; file: string; line: number | null; text: string; hint: string }[];
  /** What the latest change of the files changed, the most first. */
  changes: { name: string; before: string; after: string; why: string[] }[];
  /** How many things were compared. */
  compared: number;
  /** Whether it is at work right now. */
  busy: boolean;
}

export interface Exchange {
  number: number;
  /** events_api, slash_commands, interactive or block_suggestion, as Socket Mode names them. */
  kind: string;
  name: string;
  app: string;
  envelope: Json;
  /** What the app answered in its acknowledgement. */
  answer: Json | null;
  sent_at: number;
  /** Seconds until it was acknowledged. */
  seconds: number | null;
  tries: number;
  failure: string | null;
}

export interface Call {
  number: number;
  method: string;
  app: string;
  at: number;
  seconds: number;
  ok: boolean;
  error: string | null;
  arguments: Json;
  response: Json;
  /** The message that it made or changed, where the response does not say so. */
  made: { channel: string; ts: string } | null;
  /** What the rules of Slack found wrong, refused or merely dangerous. */
  faults: { pointer: string; why: string; refused: boolean }[];
}
