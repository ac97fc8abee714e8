import type { JSX } from "preact";
import type { PastRun } from "@/web/run_schema.ts";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { scoreWords, secondsWords } from "../number_words.ts";
import { comparisonTexts as texts, runStateTexts } from "../texts_comparison.ts";
import { wholeMomentWords } from "../time_words.ts";
import { type ComparedRun, headline, isScored, scoreOf } from "./compared_runs.ts";

/** The past runs, newest first, to choose from; those that scored nothing are left out. */
export function RunsTable(
  { runs, compared, onChoose, onPin }: {
    readonly runs: readonly PastRun[];
    readonly compared: readonly ComparedRun[];
    /** @param place where the run stands in `runs` */
    readonly onChoose: (place: number) => void;
    readonly onPin: (place: number) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <section>
      <h3>{texts.runs[language]}</h3>
      <p class="tiny dim">{texts.runsHelp[language]}</p>
      <div
        class="scroll comparison-runs"
        tabIndex={0}
        role="region"
        aria-label={texts.runs[language]}
      >
        <table class="table tight">
          <thead>
            <tr>
              <th scope="col">{texts.letter[language]}</th>
              <th scope="col">{texts.when[language]}</th>
              <th scope="col" class="right">{texts.revision[language]}</th>
              <th scope="col">{texts.state[language]}</th>
              <th scope="col" class="right">{texts.duration[language]}</th>
              <th scope="col" class="right">{texts.macroF1[language]}</th>
              <th scope="col">{texts.baseline[language]}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, place) =>
              isScored(run)
                ? (
                  <RunRow
                    key={run.id}
                    run={run}
                    letter={compared.find((each) => each.place === place)?.letter}
                    onChoose={() => onChoose(place)}
                    onPin={() => onPin(place)}
                  />
                )
                : null
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RunRow(
  { run, letter, onChoose, onPin }: {
    readonly run: PastRun;
    readonly letter: string | undefined;
    readonly onChoose: () => void;
    readonly onPin: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const started = new Date(run.started);
  const whole = wholeMomentWords(started, language);
  const f1 = scoreOf(headline(run), "macro_f1");
  const seconds = run.ended === null
    ? undefined
    : (Date.parse(run.ended) - started.getTime()) / 1000;
  return (
    <tr>
      <td>
        <label class="run-choice">
          <input
            type="checkbox"
            checked={letter !== undefined}
            aria-label={texts.choose(whole)[language]}
            onChange={onChoose}
          />
          {letter !== undefined && <b class="run-letter">{letter}</b>}
        </label>
      </td>
      <td>
        <Moment time={run.started} />
      </td>
      <td class="right">{run.revision}</td>
      <td>{runStateTexts[run.state][language]}</td>
      <td class="right">{seconds === undefined ? "–" : secondsWords(seconds, language)}</td>
      <td class="right">
        {f1 === undefined ? "–" : scoreWords(f1.value)}
        {f1?.low !== undefined && f1.high !== undefined && (
          <span class="faint interval-words">
            {texts.interval(scoreWords(f1.low), scoreWords(f1.high))[language]}
          </span>
        )}
      </td>
      <td>
        {letter === "A" ? <span class="tag">{texts.isBaseline[language]}</span> : (
          <button
            type="button"
            class="link-button"
            aria-label={texts.pinOf(whole)[language]}
            onClick={onPin}
          >
            {texts.pin[language]}
          </button>
        )}
      </td>
    </tr>
  );
}
