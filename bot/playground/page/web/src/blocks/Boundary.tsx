/** Boundary: what cannot be shown is said to be so, in its own place; the page goes on. */

import { Component } from "preact";
import type { ComponentChildren } from "preact";
import type { Json } from "../protocol";

interface Held {
  of: Json;
  what: string;
  children: ComponentChildren;
}

export class Boundary extends Component<Held, { failed: Json }> {
  override state = { failed: undefined };

  override componentDidCatch(): void {
    this.setState({ failed: { of: this.props.of } });
  }

  render() {
    const failed = this.state.failed as { of: Json } | undefined;
    // Another try as soon as it is another one.
    if (failed === undefined || failed.of !== this.props.of) return this.props.children;
    return <p class="Blocks-odd">{`${this.props.what} could not be shown.`}</p>;
  }
}
