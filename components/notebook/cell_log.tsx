import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { cellLog } from "@/islands/notebook/cell_calls.ts";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import type { LogEntry } from "@/web/run_schema.ts";
import { useLanguage } from "../language.ts";
import { secondsWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { editorTexts } from "../texts_editor.ts";
import { momentWords, wholeMomentWords } from "../time_words.ts";
import { useNotebook } from "./context.ts";

/** What a cell had to say in its last run, and what is worth knowing of its result. */
export function CellLog({ id, live }: { id: string; live: LiveCell }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [entries, setEntries] = useState<readonly LogEntry[]>();
  const [problem, setProblem] = useState<Problem>();
  const { state, result, progress, resultKey } = live;
  // While it runs, each new message is a new line of the log.
  const message = state.state === "running" ? progress?.message?.en : undefined;
  const logged = useNowAndThen(live.logged);
  useEffect(() => {
    let isCurrent = true;
    open.known(id).then(() => cellLog(open.id, id)).then((log) => {
      if (!isCurrent) return;
      setEntries(log.entries);
      setProblem(undefined);
    }, (error: unknown) => isCurrent && setProblem(problemOf(error)));
    return () => {
      isCurrent = false;
    };
  }, [id, state.state, resultKey, message, logged]);
  if (problem !== undefined) return <ProblemText problem={problem} language={language} />;
  if (entries === undefined) return <p class="faint small">{editorTexts.loading[language]}</p>;
  const notices = result?.result.notices ?? [];
  return (
    <div class="cell-log">
      {entries.length === 0 ? <p class="faint small">{emptyWords(live, language)}</p> : (
        <ol>
          {entries.map((entry, index) => (
            <li key={index} class={entry.type === "failed" ? "bad" : undefined}>
              <time datetime={entry.time} title={wholeMomentWords(new Date(entry.time), language)}>
                {clockWords(entry.time)}
              </time>
              <span>{entryWords(entry, language)}</span>
            </li>
          ))}
        </ol>
      )}
      {notices.length > 0 && (
        <>
          <h3>{editorTexts.noticesOfResult[language]}</h3>
          <ul>
            {notices.map(({ code, message: text }, index) => (
              <li key={index}>
                <code>{code}</code>
                <span>{text[language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** `value` as it was at most `interval` milliseconds ago: what changes all the time is not worth a request each time. */
function useNowAndThen<Value>(value: Value, interval = 500): Value {
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [shown, setShown] = useState(value);
  newest.current = value;
  useEffect(() => {
    if (value === shown) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setShown(newest.current);
    }, interval);
  }, [value, shown]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}

/** A time of day to the second, in the time zone of the reader. */
function clockWords(time: string): string {
  return new Date(time).toLocaleTimeString("en-GB");
}

function entryWords(entry: LogEntry, language: Language): string {
  switch (entry.type) {
    case "started":
      return editorTexts.logStarted[language];
    case "message":
      return entry.message[language];
    case "finished":
      return editorTexts.logFinished(secondsWords(entry.seconds, language))[language];
    case "failed":
      return `${entry.problem.message[language]} ${entry.problem.hint[language]}`;
    case "cancelled":
      return editorTexts.logCancelled[language];
    case "interrupted":
      return editorTexts.logInterrupted[language];
  }
}

function emptyWords({ result }: LiveCell, language: Language): string {
  if (result === undefined) return editorTexts.logEmpty[language];
  const time = momentWords(new Date(result.finished), new Date(), language);
  return editorTexts.logElsewhere(time, secondsWords(result.seconds, language))[language];
}
