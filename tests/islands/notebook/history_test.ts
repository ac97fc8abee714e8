import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { History } from "@/islands/notebook/history.ts";

/** What a text becomes by a step back, and by one forth. */
const back = (history: History<string>): string | undefined => history.undo()?.before;
const forth = (history: History<string>): string | undefined => history.redo()?.after;

describe("the history of a document", () => {
  it("goes back step by step, and forth again", () => {
    const history = new History<string>();
    history.note("a", "b", "first", 0);
    history.note("b", "c", "second", 10);
    assert.equal(back(history), "b");
    assert.equal(back(history), "a");
    assert.equal(back(history), undefined);
    assert.equal(forth(history), "b");
    assert.equal(forth(history), "c");
    assert.equal(forth(history), undefined);
    assert.equal(back(history), "b");
  });

  it("takes changes of one subject in quick succession as one step", () => {
    const history = new History<string>();
    history.note("", "f", "title", 0);
    history.note("f", "fa", "title", 400);
    history.note("fa", "fau", "title", 800);
    assert.deepEqual(history.nextUndo, { before: "", after: "fau", subject: "title", time: 800 });
    assert.equal(back(history), "");
    assert.equal(history.nextUndo, undefined);
  });

  it("parts changes that lie apart in time or subject, or with somebody else's between", () => {
    const history = new History<string>();
    history.note("", "f", "title", 0);
    history.note("f", "fa", "title", 5000);
    history.note("fa", "fau", "params", 5100);
    history.note("FAU", "FAUL", "params", 5200);
    assert.equal(back(history), "FAU");
    assert.equal(back(history), "fa");
    assert.equal(back(history), "f");
    assert.equal(back(history), "");
  });

  it("makes a change after a redo a step of its own", () => {
    const history = new History<string>();
    history.note("", "f", "title", 0);
    history.undo();
    history.redo();
    history.note("f", "fa", "title", 10);
    assert.equal(back(history), "f");
  });

  it("forgets what could be redone once something else is done", () => {
    const history = new History<string>();
    history.note("a", "b", "first", 0);
    history.undo();
    assert.ok(history.nextRedo);
    history.note("a", "c", "other", 50);
    assert.equal(history.nextRedo, undefined);
  });
});
