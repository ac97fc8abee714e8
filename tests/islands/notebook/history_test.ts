import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { History } from "@/islands/notebook/history.ts";

/** The history of a text that nobody else changes. */
const ofText = () => new History<string>((_from, to) => to);

describe("the history of a document", () => {
  it("goes back step by step, and forth again", () => {
    const history = ofText();
    history.note("a", "b", "first", 0);
    history.note("b", "c", "second", 10);
    assert.equal(history.undo("c"), "b");
    assert.equal(history.undo("b"), "a");
    assert.equal(history.undo("a"), undefined);
    assert.equal(history.redo("a"), "b");
    assert.equal(history.redo("b"), "c");
    assert.equal(history.redo("c"), undefined);
    assert.equal(history.undo("c"), "b");
  });

  it("takes changes of one subject in quick succession as one step", () => {
    const history = ofText();
    history.note("", "f", "title", 0);
    history.note("f", "fa", "title", 400);
    history.note("fa", "fau", "title", 800);
    assert.deepEqual(history.nextUndo, { before: "", after: "fau", subject: "title", time: 800 });
    assert.equal(history.undo("fau"), "");
    assert.equal(history.nextUndo, undefined);
  });

  it("parts changes that lie apart in time or subject, or with somebody else's between", () => {
    const history = ofText();
    history.note("", "f", "title", 0);
    history.note("f", "fa", "title", 5000);
    history.note("fa", "fau", "params", 5100);
    history.note("FAU", "FAUL", "params", 5200);
    assert.equal(history.undo("FAUL"), "FAU");
    assert.equal(history.undo("fau"), "fa");
    assert.equal(history.undo("fa"), "f");
    assert.equal(history.undo("f"), "");
  });

  it("makes a change after a redo a step of its own", () => {
    const history = ofText();
    history.note("", "f", "title", 0);
    history.undo("f");
    history.redo("");
    history.note("f", "fa", "title", 10);
    assert.equal(history.undo("fa"), "f");
  });

  it("undoes its own change alone where somebody else has changed the document since", () => {
    const history = new History<readonly string[]>((from, to, now) => [
      ...now.filter((each) => to.includes(each) || !from.includes(each)),
      ...to.filter((each) => !from.includes(each)),
    ]);
    history.note(["a"], ["a", "mine"], "add", 0);
    assert.deepEqual(history.undo(["a", "mine", "theirs"]), ["a", "theirs"]);
    assert.deepEqual(history.redo(["a", "theirs"]), ["a", "theirs", "mine"]);
  });

  it("forgets what could be redone once something else is done", () => {
    const history = ofText();
    history.note("a", "b", "first", 0);
    history.undo("b");
    assert.ok(history.nextRedo);
    history.note("a", "c", "other", 50);
    assert.equal(history.nextRedo, undefined);
  });
});
