/** Button: tells the app that it was pressed; one with an address opens it too. */

import "./Button.css";
import { ask } from "./ask";
import type { ElementProps } from "./Element";
import { useElement } from "./useElement";
import { Words } from "./Words";

const OPENED = /^(https?|mailto):/i;

/** The address, where it is one that the page may open. */
export function addressOf(url: unknown): string | undefined {
  return typeof url === "string" && OPENED.test(url) ? url : undefined;
}

export function Button({ element, block }: ElementProps) {
  const { place, isBusy, isWaiting, isOff, press } = useElement(element, block);
  const address = addressOf(element.url);
  const style = element.style === "primary" || element.style === "danger" ? ` Button--${element.style}` : "";
  const pressed = async (event: MouseEvent) => {
    if (isWaiting() || isOff) return event.preventDefault();
    const isAsked = Boolean(element.confirm);
    if (isAsked) event.preventDefault();
    if (!(await ask(element.confirm, place))) return;
    if (isAsked && address !== undefined) window.open(address, "_blank", "noopener,noreferrer");
    await press();
  };
  const shared = {
    class: `Button${style}`,
    "aria-label": element.accessibility_label,
    "aria-busy": isBusy || undefined,
    onClick: (event: MouseEvent) => void pressed(event),
  };
  const inside = (
    <>
      <span class="Button-words" dir="auto">
        <Words text={element.text} />
      </span>
      {isBusy && <span class="Element-spinner Button-spinner" />}
    </>
  );
  if (address === undefined || isOff) {
    return (
      <button type="button" disabled={isOff} {...shared}>
        {inside}
      </button>
    );
  }
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" {...shared}>
      {inside}
    </a>
  );
}
