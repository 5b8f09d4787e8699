/** Select: the menus to choose one or several from: fixed options, the app's answers, people, channels. */

import { useEffect, useState } from "preact/hooks";
import { part, useParts } from "../store";
import type { Json } from "../protocol";
import { choiceOf, choicesOf, fitting, people, personChoice, placeChoice, places, type Choice } from "./choices";
import { Combobox } from "./Combobox";
import type { ElementProps } from "./Element";
import { useElement, type Handle } from "./useElement";
import { useSuggested } from "./useSuggested";
import { several } from "./values";

export function StaticSelect({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const choices = choicesOf(element);
  return <Local handle={handle} choices={choices} chosen={found(handle.value, choices)} />;
}

export function UserSelect({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const choices = useParts(["person/"], people);
  const chosen = several(handle.value).map((id) => {
    const person = part(`person/${id}`);
    return person ? personChoice(person) : { value: id, words: id };
  });
  return <Local handle={handle} choices={choices} chosen={chosen} />;
}

export function PlaceSelect({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const choices = useParts(["channel/", "person/"], () => places(element));
  useCurrent(handle, choices);
  const chosen = several(handle.value).map((id) => {
    const [channel, person] = [part(`channel/${id}`), part(`person/${id}`)];
    return channel ? placeChoice(channel) : person ? personChoice(person) : { value: id, words: id };
  });
  return <Local handle={handle} choices={choices} chosen={chosen} />;
}

/** Where the app asks for it, a modal begins with the conversation that it was opened from. */
function useCurrent({ element, value, place, write }: Handle, choices: Choice[]): void {
  const isEmpty = several(value).length === 0;
  const isWanted = element.default_to_current_conversation === true && place.form !== null && isEmpty;
  useEffect(() => {
    const here = new URLSearchParams(location.search).get("channel");
    if (!isWanted || here === null || !choices.some((choice) => choice.value === here)) return;
    write(element.type.startsWith("multi_") ? [here] : here);
  }, []);
}

/** A select that has all its choices at hand. */
function Local({ handle, choices, chosen }: { handle: Handle; choices: Choice[]; chosen: Choice[] }) {
  const [typed, setTyped] = useState("");
  const shown = fitting(choices, typed);
  const note = shown.length === 0 ? "No results" : null;
  return <Combobox handle={handle} choices={shown} chosen={chosen} note={note} onTyped={setTyped} />;
}

/** The words of what the app offered, by value: a value that was chosen is shown with them later. */
const offered = new Map<string, Choice>();

export function ExternalSelect({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const { choices, note } = useSuggested(handle, typed, isOpen);
  const key = (value: string) => JSON.stringify([handle.place.who.app, block.block_id, element.action_id, value]);
  for (const choice of choices) offered.set(key(choice.value), choice);
  const options: Json[] = Array.isArray(handle.kept) ? handle.kept : handle.kept ? [handle.kept] : [];
  const known = options.map((option) => choiceOf(option));
  const chosen = several(handle.value).map(
    (value) => known.find((one) => one.value === value) ?? offered.get(key(value)) ?? { value, words: value },
  );
  return (
    <Combobox handle={handle} choices={choices} chosen={chosen} note={note} onTyped={setTyped} onOpen={setOpen} />
  );
}

function found(value: Json, choices: Choice[]): Choice[] {
  return several(value).map((one) => choices.find((choice) => choice.value === one) ?? { value: one, words: one });
}
