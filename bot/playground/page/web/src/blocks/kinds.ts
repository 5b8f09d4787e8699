/** Kinds: which component shows a block of which type. Those that are rarely met come when they are first met. */

import type { FunctionComponent } from "preact";
import type { Json } from "../protocol";
import { Actions, ContextActions } from "./Actions";
import { Alert } from "./Alert";
import { Card, Carousel } from "./Card";
import { Container } from "./Container";
import { Context, Divider, Header } from "./Small";
import { DataTable } from "./DataTable";
import { Elsewhere, Video } from "./Elsewhere";
import { Input } from "./Input";
import { later } from "./later";
import { MarkdownBlock, RichTextBlock } from "./Written";
import { Picture } from "./Picture";
import { Plan, TaskCard } from "./Task";
import { Section } from "./Section";
import { Table } from "./Table";

export const KINDS: Record<string, FunctionComponent<{ block: Json }>> = {
  section: Section,
  header: Header,
  context: Context,
  context_actions: ContextActions,
  divider: Divider,
  image: Picture,
  actions: Actions,
  input: Input,
  rich_text: RichTextBlock,
  markdown: MarkdownBlock,
  table: Table,
  data_table: DataTable,
  video: Video,
  file: Elsewhere,
  call: Elsewhere,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  plan: Plan,
  task_card: TaskCard,
  data_visualization: later(() => import("./chart/Chart").then((found) => found.Chart), 300),
};
