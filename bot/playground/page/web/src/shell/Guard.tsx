/** Guard: whatever an app made that the page cannot draw stays one broken message, and never a broken page. */

import { Component } from "preact";
import type { ComponentChildren } from "preact";

interface Given {
  /** What is drawn: another one is tried anew. */
  of: object;
  children?: ComponentChildren;
}

export class Guard extends Component<Given, { broken: object | null }> {
  override state = { broken: null };

  override componentDidCatch() {
    this.setState({ broken: this.props.of });
  }

  override render() {
    if (this.state.broken === this.props.of)
      return <p class="guard">The page cannot show this. The Inspector has what was sent.</p>;
    return this.props.children;
  }
}
