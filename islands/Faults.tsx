import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { entryOf, withEntry } from "@/components/faults/catalogue_draft.ts";
import { CatalogueActions } from "@/components/faults/catalogue_actions.tsx";
import type { OtherModel } from "@/components/faults/copy_dialog.tsx";
import { FaultForm } from "@/components/faults/fault_form.tsx";
import { FaultList } from "@/components/faults/fault_list.tsx";
import { useCatalogue } from "@/components/faults/use_catalogue.ts";
import { CatalogueContext } from "@/components/fault_catalogue.ts";
import { LanguageContext } from "@/components/language.ts";
import { cutName } from "@/components/lists/shown_name.tsx";
import { Moment } from "@/components/moment.tsx";
import { ProblemText } from "@/components/problem_text.tsx";
import { faultsTexts } from "@/components/texts_faults.ts";
import { homeTexts } from "@/components/texts_home.ts";
import type { FaultsAnswer } from "@/web/faults_schema.ts";
import type { Language } from "@/web/language.ts";

/** What people call the faults that a model knows, to be changed. */
export default function Faults(
  { faults, models, language }: {
    readonly faults: FaultsAnswer;
    /** The others there are, newest first. */
    readonly models: readonly OtherModel[];
    readonly language: Language;
  },
): JSX.Element {
  const work = useCatalogue(faults);
  const { base, draft, changed, isBusy } = work;
  const known = new Set(base.classes.map(({ fault }) => fault));
  const others = draft.filter(({ fault }) => !known.has(fault));
  const classes = [...base.classes, ...others.map(({ fault }) => ({ fault, rows: 0 }))];
  const [wanted, setWanted] = useState(base.classes[0]?.fault ?? "");
  const chosen = classes.find(({ fault }) => fault === wanted) ?? classes[0];
  const normal = draft.filter(({ fault, severity }) => severity === "none" && known.has(fault));
  const model = homeTexts.versionOf(cutName(base.model.name, 120), base.model.version)[language];
  const isDirty = changed.length > 0;
  const named = { classes: base.classes.map(({ fault }) => fault), catalogue: draft };
  return (
    <LanguageContext.Provider value={language}>
      <CatalogueContext.Provider value={named}>
        <main class="page faults" id="main">
          <div class="page-head">
            <div>
              <h1 class="two-lines" title={base.model.name}>
                {faultsTexts.title(model)[language]}
              </h1>
              <p class="dim small">{faultsTexts.intro[language]}</p>
              <p class="dim small">
                <Source answer={base} language={language} />
              </p>
            </div>
          </div>
          <CatalogueActions work={work} models={models} />
          <div role="status">
            {work.said && <p class="note plain">{work.said[language]}</p>}
            {normal.length > 1 && <p class="note">{faultsTexts.severalNormal[language]}</p>}
          </div>
          {work.problem && <ProblemText problem={work.problem} language={language} />}
          <form
            class="fault-columns"
            onSubmit={(event) => {
              event.preventDefault();
              if (isDirty && !isBusy) work.save();
            }}
          >
            <FaultList
              classes={classes}
              draft={draft}
              changed={changed}
              chosen={chosen?.fault ?? ""}
              onChoose={setWanted}
            />
            {chosen && (
              <FaultForm
                key={chosen.fault}
                entry={entryOf(draft, chosen.fault)}
                rows={known.has(chosen.fault) ? chosen.rows : null}
                onChange={(entry) => work.change(withEntry(draft, entry))}
              />
            )}
            {isDirty && (
              <div class="save-bar">
                <span class="small dim" role="status">
                  {faultsTexts.unsaved(changed.length)[language]}
                </span>
                <button type="button" class="button" disabled={isBusy} onClick={work.cancel}>
                  {faultsTexts.cancel[language]}
                </button>
                <button type="submit" class="button primary" disabled={isBusy}>
                  {faultsTexts[isBusy ? "saving" : "save"][language]}
                </button>
              </div>
            )}
          </form>
        </main>
      </CatalogueContext.Provider>
    </LanguageContext.Provider>
  );
}

/** Whose catalogue it is. */
function Source(
  { answer: { source }, language }: {
    readonly answer: FaultsAnswer;
    readonly language: Language;
  },
): JSX.Element {
  if (source === null) return <>{faultsTexts.noneYet[language]}</>;
  if (source.isOwn) {
    return (
      <>
        {faultsTexts.own[language]} <Moment time={source.saved} />
      </>
    );
  }
  const model = homeTexts.versionOf(cutName(source.name, 120), source.version)[language];
  return <>{faultsTexts.takenOver(model)[language]}</>;
}
