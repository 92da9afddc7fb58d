import { Component, type ReactNode } from "react";
import { BrokenPage } from "./BrokenPage.tsx";

/** Says in words that drawing failed; React reports the error itself. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
