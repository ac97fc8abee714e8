import { useEffect, useState } from "preact/hooks";
import type {
  DatasetAnswer,
  DiagnosisAnswer,
  ModelAnswer,
  NotebookOverview,
} from "@/web/api_schema.ts";
import { api } from "./api.ts";
import { type Heard, listen } from "./event_stream.ts";

/** What there is in the workspace. */
export interface Lists {
  readonly notebooks: readonly NotebookOverview[];
  readonly datasets: readonly DatasetAnswer[];
  readonly models: readonly ModelAnswer[];
  readonly diagnoses: readonly DiagnosisAnswer[];
}

type ListName = keyof Lists;

/** Milliseconds that changes are gathered before lists are asked for anew. */
const calm = 300;

const ask: { readonly [Name in ListName]: () => Promise<Pick<Lists, Name>> } = {
  notebooks: async () => ({ notebooks: (await api.notebooks()).notebooks }),
  datasets: api.datasets,
  models: api.models,
  diagnoses: api.diagnoses,
};

/** The lists `names` as the server gave them with the page, and as they become. */
export function useLiveLists<Name extends ListName>(
  given: Pick<Lists, Name>,
  names: readonly Name[],
): Pick<Lists, Name> {
  const [lists, setLists] = useState(given);
  useEffect(() => {
    const changed = new Set<Name>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    let isEnded = false;
    const renew = async (): Promise<void> => {
      timer = undefined;
      const wanted = [...changed];
      changed.clear();
      // A list that cannot be had now stays as it is: when the connection is back, all are asked for anew.
      const answers = await Promise.allSettled(wanted.map((name) => ask[name]()));
      if (isEnded) return;
      for (const answer of answers) {
        if (answer.status === "fulfilled") setLists((others) => ({ ...others, ...answer.value }));
      }
    };
    const stop = listen((heard) => {
      const isBack = heard.event === "hello" && wasLost;
      if (heard.event === "hello" || heard.event === "lost") wasLost = heard.event === "lost";
      const affected = changedLists(heard);
      for (const name of names) if (isBack || affected.includes(name)) changed.add(name);
      if (changed.size > 0) timer ??= setTimeout(() => void renew(), calm);
    });
    return () => {
      isEnded = true;
      stop();
      clearTimeout(timer);
    };
  }, []);
  return lists;
}

function changedLists(heard: Heard): readonly ListName[] {
  if (heard.event === "changed") return [heard.data.list];
  if (heard.event !== "notebook") return [];
  const { type } = heard.data.event;
  // A cell that has read a file tells how large its table is.
  if (type === "run-finished") return ["notebooks", "datasets", "models"];
  return type === "state" ? ["notebooks"] : [];
}
