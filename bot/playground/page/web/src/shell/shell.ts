/** Shell: what every part of the page may ask for, and how a component is drawn again only when it has to be. */

import { Component, createContext, createElement } from "preact";
import type { ComponentType, FunctionComponent } from "preact";
import { useContext, useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Go } from "./where";

export interface Shell {
  /** Who acts. */
  person: string;
  go: Go;
  /** Say what went wrong. */
  trouble: (text: string) => void;
  /** Show who somebody is. */
  onPerson: (user: string) => void;
  /** Show what made a message. */
  onInspect: (message: { channel: string; ts: string }) => void;
}

const Context = createContext<Shell | null>(null);
export const ShellProvider = Context.Provider;

export function useShell(): Shell {
  const shell = useContext(Context);
  if (shell === null) throw new Error("outside of the page");
  return shell;
}

/** A component that is drawn again only when one of its properties is another. */
export function pure<P extends object>(inner: FunctionComponent<P>): ComponentType<P> {
  return class Pure extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const keys = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>;
      return [...keys].some((key) => next[key] !== this.props[key as keyof typeof this.props]);
    }

    override render() {
      return createElement(inner as FunctionComponent<object>, this.props);
    }
  };
}

let isReady = false;

/** Mark the moment right after the first frame that shows what the page was opened for. */
export function useReady(): void {
  useLayoutEffect(() => {
    if (isReady) return;
    isReady = true;
    requestAnimationFrame(() => setTimeout(() => performance.mark("page-ready")));
  }, []);
}

/** Whether a rule about the window holds. */
export function useMedia(rule: string): boolean {
  const [holds, set] = useState(() => matchMedia(rule).matches);
  useEffect(() => {
    const list = matchMedia(rule);
    const changed = () => set(list.matches);
    list.addEventListener("change", changed);
    return () => list.removeEventListener("change", changed);
  }, [rule]);
  return holds;
}

export const usePhone = (): boolean => useMedia("(max-width: 699px)");

/** The sentence of whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error && !(error instanceof TypeError)
    ? error.message
    : "The local Slack does not answer. Is it still running?";
