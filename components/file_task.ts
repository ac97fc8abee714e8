import { useEffect, useRef, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import type { UploadOptions } from "@/islands/upload.ts";
import type { Problem } from "@/pipeline/problem.ts";

/** How it goes with what was sent to the server. */
export type FileTaskState =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly fraction: number }
  | { readonly kind: "failed"; readonly problem: Problem };

/** One thing at a time that is sent to the server, whose answer leads to another page. */
export interface FileTask {
  readonly state: FileTaskState;
  /** Does the work and goes to the address that it gives. */
  start(work: (options: UploadOptions) => Promise<string>): void;
  breakOff(): void;
}

/** See {@linkcode FileTask}; it is broken off where the component goes. */
export function useFileTask(): FileTask {
  const [state, setState] = useState<FileTaskState>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    // A page that the browser kept and shows again has nothing under way.
    const reset = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) setState({ kind: "idle" });
    };
    addEventListener("pageshow", reset);
    return () => {
      removeEventListener("pageshow", reset);
      controller.current?.abort();
    };
  }, []);
  return {
    state,
    breakOff: () => controller.current?.abort(),
    start: (work) => {
      controller.current?.abort();
      const { signal } = controller.current = new AbortController();
      const show = (next: FileTaskState): void => {
        if (!signal.aborted) setState(next);
      };
      show({ kind: "sending", fraction: 0 });
      signal.addEventListener("abort", () => setState({ kind: "idle" }), { once: true });
      work({ signal, onProgress: (fraction) => show({ kind: "sending", fraction }) })
        .then((address) => {
          if (!signal.aborted) location.assign(address);
        }, (error: unknown) => show({ kind: "failed", problem: problemOf(error) }));
    },
  };
}
