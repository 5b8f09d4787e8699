/** FileInput: files for a modal, put there at once by choosing or dropping them, and handed in by their ids. */

import "./FileInput.css";
import { useRef } from "preact/hooks";
import type { ElementProps } from "./Element";
import { Icon } from "./Icon";
import { useElement } from "./useElement";
import { useFiles, type Files } from "./useFiles";

export function FileInput({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const files = useFiles(handle);
  const picker = useRef<HTMLInputElement>(null);
  const { names, isOff } = handle;
  const { most, types } = files;
  const isShut = isOff || files.there.length >= most;
  return (
    <div
      class={`FileInput${names["aria-invalid"] ? " FileInput--wrong" : ""}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!isOff) void files.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <label class={`Button FileInput-button${isShut ? " FileInput-button--off" : ""}`}>
        <input
          ref={picker}
          class="FileInput-picker"
          type="file"
          multiple={most > 1}
          accept={types.map((type) => `.${type}`).join(",") || undefined}
          disabled={isShut || files.underway.length > 0}
          {...names}
          onChange={(event) => {
            void files.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = ""; // the same file may be chosen again
          }}
        />
        {most > 1 ? "Add files" : "Add a file"}
      </label>
      <span class="FileInput-note">
        {types.length > 0 && `${types.join(", ")}; `}
        {most === 1 ? "one file" : `at most ${most}`}
      </span>
      <There files={files} dropped={() => setTimeout(() => picker.current?.focus())} />
    </div>
  );
}

/** The files that are there, and those on their way. */
function There({ files, dropped }: { files: Files; dropped: () => void }) {
  return (
    <ul class="FileInput-files" aria-label="Files">
      {files.there.map(({ id, name }) => (
        <li key={id} class="FileInput-file">
          <Icon name="file" />
          <span class="FileInput-name">{name}</span>
          <button
            type="button"
            class="Combobox-drop"
            aria-label={`Remove ${name}`}
            onClick={() => (files.drop(id), dropped())}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
      {files.underway.map((name, index) => (
        <li key={`underway/${index}`} class="FileInput-file" aria-busy="true">
          <Icon name="file" />
          <span class="FileInput-name">{name}</span>
          <span class="Element-spinner" />
        </li>
      ))}
    </ul>
  );
}
