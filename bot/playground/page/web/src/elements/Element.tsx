/** Element: one interactive element of a block, by its type. A new action id is a new element, and starts afresh. */

import "./Element.css";
import type { FunctionComponent } from "preact";
import { usePlace } from "../place";
import type { Json } from "../protocol";
import { Boxes } from "./Boxes";
import { Button } from "./Button";
import { Feedback } from "./Feedback";
import { FileInput } from "./FileInput";
import { IconButton } from "./IconButton";
import { Overflow } from "./Overflow";
import { DatePicker, DateTimePicker, TimePicker } from "./Pickers";
import { RichTextInput } from "./RichTextInput";
import { ExternalSelect, PlaceSelect, StaticSelect, UserSelect } from "./Select";
import { TextInput } from "./TextInput";

export interface ElementProps {
  element: Json;
  block: Json;
}

const KINDS: Record<string, FunctionComponent<ElementProps>> = {
  button: Button,
  workflow_button: Button,
  icon_button: IconButton,
  feedback_buttons: Feedback,
  overflow: Overflow,
  static_select: StaticSelect,
  multi_static_select: StaticSelect,
  external_select: ExternalSelect,
  multi_external_select: ExternalSelect,
  users_select: UserSelect,
  multi_users_select: UserSelect,
  conversations_select: PlaceSelect,
  multi_conversations_select: PlaceSelect,
  channels_select: PlaceSelect,
  multi_channels_select: PlaceSelect,
  radio_buttons: Boxes,
  checkboxes: Boxes,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
};

export function Element({ element, block }: ElementProps) {
  const { who } = usePlace();
  const type = String(element?.type);
  const Kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (Kind === undefined) {
    return <span class="Element-unknown">Element of the type {type}, which this page does not know</span>;
  }
  const seen: string[] = element.visible_to_user_ids ?? [];
  if (seen.length > 0 && !seen.includes(who.person)) return null;
  return <Kind key={`${type}/${block.block_id}/${element.action_id}`} element={element} block={block} />;
}
