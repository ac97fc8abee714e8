import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { History } from "@/islands/notebook/history.ts";

describe("the history of a document", () => {
  it("goes back step by step, and forth again", () => {
    const history = new History<string>();
    history.note("a", "first", 0);
    history.note("b", "second", 10);
    assert.equal(history.undo("c"), "b");
    assert.equal(history.undo("b"), "a");
    assert.equal(history.undo("a"), undefined);
    assert.equal(history.redo("a"), "b");
    assert.equal(history.redo("b"), "c");
    assert.equal(history.redo("c"), undefined);
    assert.equal(history.undo("c"), "b");
  });

  it("takes changes of one subject in quick succession as one step", () => {
    const history = new History<string>();
    history.note("", "title", 0);
    history.note("f", "title", 400);
    history.note("fa", "title", 800);
    assert.equal(history.undo("fau"), "");
    assert.equal(history.canUndo, false);
  });

  it("parts changes that lie apart in time or subject", () => {
    const history = new History<string>();
    history.note("", "title", 0);
    history.note("f", "title", 5000);
    history.note("fa", "params", 5100);
    assert.equal(history.undo("fau"), "fa");
    assert.equal(history.undo("fa"), "f");
    assert.equal(history.undo("f"), "");
  });

  it("forgets what could be redone once something else is done", () => {
    const history = new History<string>();
    history.note("a", "first", 0);
    history.undo("b");
    assert.equal(history.canRedo, true);
    history.note("a", "other", 50);
    assert.equal(history.canRedo, false);
  });
});
