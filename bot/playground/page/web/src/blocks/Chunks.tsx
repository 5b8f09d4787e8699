/**
 * Chunks: what a stream got beside its text: tasks, the title of their plan, and blocks. The latest word on a task
 * counts.
 */

import type { Json } from "../protocol";
import { list, records, words } from "../text/read";
import { Blocks } from "./Blocks";
import { Plan, TaskCard } from "./Task";

export function Chunks({ chunks, isOver }: { chunks: Json[]; isOver: boolean }) {
  const { tasks, title, blocks } = gathered(chunks);
  const states = isOver ? tasks.map(settled) : tasks;
  return (
    <>
      {title ? (
        <Plan block={{ title, tasks: states }} />
      ) : (
        states.map((task) => <TaskCard key={task.id} block={task} />)
      )}
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : null}
    </>
  );
}

export function gathered(chunks: Json[]): { tasks: Json[]; title: string; blocks: Json[] } {
  const tasks = new Map<string, Json>();
  const blocks: Json[] = [];
  let title = "";
  for (const chunk of records(chunks)) {
    if (chunk.type === "plan_update") title = words(chunk.title);
    if (chunk.type === "blocks") blocks.push(...list(chunk.blocks));
    if (chunk.type === "task_update") {
      const id = words(chunk.id);
      const given = Object.entries(chunk).filter(([, value]) => value !== null && value !== undefined);
      tasks.set(id, { ...tasks.get(id), ...Object.fromEntries(given), task_id: id });
    }
  }
  return { tasks: [...tasks.values()], title, blocks };
}

/** Nothing is at work any more once the stream is over. */
function settled(task: Json): Json {
  return task.status === "in_progress" ? { ...task, status: "pending" } : task;
}
