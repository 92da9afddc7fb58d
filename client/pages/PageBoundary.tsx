import { Component, type ReactNode } from "react";
import { useLocation } from "wouter";
import { BrokenPage } from "./BrokenPage.tsx";

/** Says in words that drawing failed, until people go elsewhere; React reports the error itself. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return <Boundary path={path}>{children}</Boundary>;
}

class Boundary extends Component<{ path: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: { path: string }) {
    if (this.state.broken && before.path !== this.props.path) this.setState({ broken: false });
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
