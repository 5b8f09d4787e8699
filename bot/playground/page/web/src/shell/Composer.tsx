/** Composer: where one writes; nothing that was typed is lost, whether one goes elsewhere or the server refuses it. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { shortcut } from "../acts";
import { useParts } from "../store";
import { usageOf } from "./completion";
import { Icon } from "./Icon";
import { keep, kept } from "./kept";
import type { Item } from "./Menu";
import { Menu } from "./Menu";
import { apps } from "./names";
import { EmojiButton } from "./Reactions";
import { send } from "./sending";
import { sentenceOf, useShell } from "./shell";
import { TextBox } from "./TextBox";
import "./Composer.css";

export interface ComposerGiven {
  channel: string;
  thread: string | null;
  /** Whom it goes to, as the placeholder says it. */
  to: string;
  /** Told once something was sent. */
  onSent?: () => void;
  /** Up in an empty field: change the last message. */
  onEditLast: () => void;
  takesFocus: boolean;
}

/** The text of this place and person, kept until it is sent. */
function useDraft(key: string): [string, (change: (text: string) => string) => void] {
  const [text, set] = useState(() => kept(key, ""));
  const now = useRef(text);
  const change = (next: (text: string) => string) => {
    now.current = next(now.current);
    keep(key, now.current);
    set(now.current);
  };
  return [text, change];
}

function useShortcuts(onFile: () => void): Item[] {
  const { person, trouble } = useShell();
  const found = useParts(["app/"], apps);
  const shortcuts = found
    .filter((app) => !app.revoked)
    .flatMap((app) =>
      app.shortcuts
        .filter((one) => one.type === "global")
        .map((one) => ({
          key: `${app.id} ${one.callback_id}`,
          label: one.name,
          note: [app.name, one.description].filter(Boolean).join(" · "),
          onChoose: () =>
            void shortcut({ person, app: app.id }, null, one.callback_id).catch((error) => trouble(sentenceOf(error))),
        })),
    );
  const file: Item = {
    key: "file",
    label: "Upload from this computer",
    onChoose: onFile,
    picture: <Icon name="file" />,
  };
  return [file, ...shortcuts.map((one, index) => (index === 0 ? { ...one, heading: "Shortcuts" } : one))];
}

function Files({ files, onDrop }: { files: File[]; onDrop: (file: File) => void }) {
  if (files.length === 0) return null;
  return (
    <ul class="composer-files" aria-label="Files to send">
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`}>
          <Icon name="file" />
          <span>{file.name}</span>
          <button type="button" aria-label={`Remove ${file.name}`} onClick={() => onDrop(file)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Composer({ channel, thread, to, onSent, onEditLast, takesFocus }: ComposerGiven) {
  const { person } = useShell();
  const [text, change] = useDraft(`draft/${person}/${channel}/${thread ?? ""}`);
  const [files, setFiles] = useState<File[]>([]);
  const [wrong, setWrong] = useState("");
  const [isOver, setOver] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const items = useShortcuts(() => input.current!.click());
  const usage = thread === null ? usageOf(text) : null;
  const isEmpty = text.trim() === "" && files.length === 0;
  const add = (more: File[]) => {
    setFiles((were) => [...were, ...more]);
    box.current?.focus();
  };
  useDrop(form, add, setOver);
  const submit = () => {
    if (isEmpty) return;
    const out = { person, channel, thread, text, files };
    change(() => "");
    setFiles([]);
    setWrong("");
    send(out).then(onSent, (error) => {
      // What was typed since then stays too.
      change((since) => (since === "" ? out.text : `${out.text}\n${since}`));
      setFiles((since) => [...out.files, ...since]);
      setWrong(sentenceOf(error));
      requestAnimationFrame(() => box.current?.setSelectionRange(box.current.value.length, box.current.value.length));
    });
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" || text !== "" || event.altKey) return;
    event.preventDefault();
    onEditLast();
  };
  const insert = (name: string) => {
    const at = box.current?.selectionStart ?? text.length;
    change((was) => `${was.slice(0, at)}:${name}: ${was.slice(at)}`);
    box.current?.focus();
  };
  return (
    <form
      class="composer"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {wrong && (
        <p class="wrong" role="alert" id={id}>
          {wrong}
        </p>
      )}
      <div class={`composer-box${isOver ? " composer-over" : ""}`}>
        {usage && (
          <p class="composer-usage" aria-live="polite">
            {usage}
          </p>
        )}
        <TextBox
          label={`Message ${to}`}
          placeholder={`Message ${to}`}
          value={text}
          onValue={(value) => {
            change(() => value);
            setWrong("");
          }}
          onEnter={submit}
          onKey={key}
          onFiles={add}
          hasCommands={thread === null}
          describedBy={wrong ? id : undefined}
          box={box}
          takesFocus={takesFocus}
        />
        <Files files={files} onDrop={(file) => setFiles((were) => were.filter((one) => one !== file))} />
        <div class="composer-bar">
          <Menu
            class="composer-button composer-plus"
            label="Shortcuts and files"
            title="Shortcuts and files"
            items={items}
          >
            <Icon name="add" />
          </Menu>
          <EmojiButton label="Emoji" class="composer-button" onPick={insert} />
          <span class="composer-space" />
          <button type="submit" class="composer-button composer-send" aria-label="Send" title="Send" disabled={isEmpty}>
            <Icon name="send" />
          </button>
        </div>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </form>
  );
}

/** Files that are dropped anywhere on the talk that the composer belongs to. */
function useDrop(
  form: { current: HTMLFormElement | null },
  add: (files: File[]) => void,
  over: (isOver: boolean) => void,
): void {
  useEffect(() => {
    const area = form.current!.closest<HTMLElement>(".talk") ?? form.current!;
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      over(event.type !== "dragleave");
    };
    const dropped = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      over(false);
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    area.addEventListener("dragover", dragged);
    area.addEventListener("dragleave", dragged);
    area.addEventListener("drop", dropped);
    return () => {
      area.removeEventListener("dragover", dragged);
      area.removeEventListener("dragleave", dragged);
      area.removeEventListener("drop", dropped);
    };
  }, []);
}
