/**
 * Mrkdwn: Slack's own markup, read into a tree. Nothing is rendered.
 *
 * Marks stand at the edges of words and within one line; what nobody closes is text. Reading is linear in the length,
 * whatever a stranger's app sends: for each mark it is known beforehand where the next one is that may close it.
 */

import { unescaped } from "./escapes";
import { atomAt, isWord, literal } from "./inline";
import type { Atom, Inline } from "./inline";

export type Part = { kind: "lines" | "quote" | "pre"; inside: Inline[] };

const MARKS: Record<string, "bold" | "italic" | "strike"> = { "*": "bold", _: "italic", "~": "strike" };
/** Most texts have none of these. */
const MARKUP = /[<>&*_~`:]/;
const QUOTE = /^(?:>|&gt;) ?/;
const REST = /^(?:>>>|&gt;&gt;&gt;) ?/;

/** The parts of a text: lines, quotes and preformatted ones. */
export function parsed(text: string, verbatim = false): Part[] {
  if (!MARKUP.test(text)) return text === "" ? [] : [{ kind: "lines", inside: [{ kind: "text", text }] }];
  const parts: Part[] = [];
  const pieces = text.split(/```([\s\S]+?)```/);
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) parts.push({ kind: "pre", inside: literal(piece.replace(/^\n/, "").replace(/\n$/, "")) });
    else parts.push(...around(piece, index > 0, index < pieces.length - 1, verbatim));
  });
  return parts;
}

/** Text beside what is preformatted: that stands in lines of its own, so that the breaks next to it are not shown. */
function around(text: string, isAfter: boolean, isBefore: boolean, verbatim: boolean): Part[] {
  const from = isAfter && text.startsWith("\n") ? 1 : 0;
  const to = isBefore && text.endsWith("\n") && text.length > from ? text.length - 1 : text.length;
  return from === to ? [] : quoted(text.slice(from, to), verbatim);
}

function quoted(text: string, verbatim: boolean): Part[] {
  const parts: Part[] = [];
  let held: string[] = [];
  let isQuote = false;
  const flush = () => {
    if (held.length > 0) parts.push({ kind: isQuote ? "quote" : "lines", inside: inlines(held.join("\n"), verbatim) });
    held = [];
  };
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (REST.test(line)) {
      flush();
      const rest = [line.replace(REST, ""), ...lines.slice(index + 1)].join("\n");
      return [...parts, { kind: "quote", inside: inlines(rest, verbatim) }];
    }
    if (QUOTE.test(line) !== isQuote) flush();
    isQuote = QUOTE.test(line);
    held.push(isQuote ? line.replace(QUOTE, "") : line);
  }
  flush();
  return parts;
}

/** What stands in lines that hold no quotes and nothing preformatted. */
export function inlines(text: string, verbatim = false): Inline[] {
  return new Reader(text, verbatim).read(0, text.length, "");
}

class Reader {
  private readonly atoms = new Map<number, Atom>();
  private readonly closers: Record<string, Int32Array> = {};

  constructor(
    private readonly text: string,
    private readonly verbatim: boolean,
  ) {
    this.findAtoms();
    for (const mark of Object.keys(MARKS)) if (text.includes(mark)) this.closers[mark] = this.findClosers(mark);
  }

  private findAtoms(): void {
    for (let at = 0; at < this.text.length; at += 1) {
      const atom = atomAt(this.text, at, this.verbatim);
      if (atom === null) continue;
      this.atoms.set(at, atom);
      at = atom.to - 1;
    }
  }

  /** For each place, where the next mark is that may close something in the same line; -1 where none is. */
  private findClosers(mark: string): Int32Array {
    const { text } = this;
    const next = new Int32Array(text.length + 1).fill(-1);
    const inAtom = new Uint8Array(text.length);
    for (const atom of this.atoms.values()) inAtom.fill(1, atom.from, atom.to);
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const sign = text[at];
      if (sign === "\n") continue;
      const closes = sign === mark && inAtom[at] === 0 && /\S/.test(text[at - 1] ?? " ") && !isWord(text[at + 1] ?? "");
      next[at] = closes || this.isBeforeMark(at, mark, inAtom) ? at : next[at + 1]!;
    }
    return next;
  }

  /** A mark right before another mark closes too, as in `*_both_*`. */
  private isBeforeMark(at: number, mark: string, inAtom: Uint8Array): boolean {
    const [sign, after] = [this.text[at], this.text[at + 1] ?? ""];
    return sign === mark && after in MARKS && after !== mark && inAtom[at] === 0 && /\S/.test(this.text[at - 1] ?? " ");
  }

  read(from: number, to: number, open: string): Inline[] {
    const nodes: Inline[] = [];
    let done = from;
    let at = from;
    const push = (node: Inline, end: number) => {
      if (at > done) nodes.push({ kind: "text", text: unescaped(this.text.slice(done, at)) });
      nodes.push(node);
      at = done = end;
    };
    while (at < to) {
      const atom = this.atoms.get(at);
      const end = atom ? -1 : this.closes(at, to, open);
      if (atom) push(atom.node, atom.to);
      else if (end < 0) at += 1;
      else {
        const mark = this.text[at]!;
        push({ kind: MARKS[mark]!, inside: this.read(at + 1, end, open + mark) }, end + 1);
      }
    }
    if (to > done) nodes.push({ kind: "text", text: unescaped(this.text.slice(done, to)) });
    return nodes;
  }

  /** Where a mark that opens something here is closed; -1 where it opens nothing. */
  private closes(at: number, to: number, open: string): number {
    const mark = this.text[at]!;
    const next = open.includes(mark) ? undefined : this.closers[mark];
    if (next === undefined) return -1;
    const [before, after] = [this.text[at - 1] ?? "", this.text[at + 1] ?? ""];
    // Two of the same, as Markdown has them, mean nothing here.
    if (before === mark || after === mark || !/\S/.test(after) || (isWord(before) && !(before in MARKS))) return -1;
    const end = next[at + 2] ?? -1;
    return end >= 0 && end < to ? end : -1;
  }
}
