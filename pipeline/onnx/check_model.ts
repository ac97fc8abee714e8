import { HealerError } from "../problem.ts";
import type { OnnxGraph, OnnxModel } from "./onnx_model.ts";
import { onnxProblem } from "./problems.ts";
import {
  isSupportedDomain,
  isSupportedOperator,
  supportedVersions,
} from "./supported_operators.ts";

/**
 * Checks what a graph must keep so that a runtime can take it: versions, domains and operators are supported,
 * names are unique, and every value is produced before it is read.
 *
 * @throws {HealerError} `onnx/unsupported-version`, `onnx/unsupported-domain`, `onnx/unsupported-operator`,
 * `onnx/duplicate-name`, `onnx/unproduced-value`, `onnx/incomplete`.
 */
export function checkModel(model: OnnxModel): void {
  checkVersions(model);
  checkOperators(model);
  checkNames(model.graph);
}

function checkVersions({ irVersion, opsets }: OnnxModel): void {
  checkVersion("ONNX IR", irVersion, supportedVersions.ir);
  const unknown: string[] = [];
  for (const [domain, version] of opsets) {
    if (isSupportedDomain(domain)) {
      checkVersion(`opset ${domain || "ai.onnx"}`, version, supportedVersions[domain]);
    } else unknown.push(domain);
  }
  if (unknown.length > 0) throw new HealerError(onnxProblem.unsupportedDomains(unknown));
}

function checkVersion(what: string, version: number, range: readonly [number, number]): void {
  if (version < range[0] || version > range[1]) {
    throw new HealerError(onnxProblem.unsupportedVersion(what, version, range));
  }
}

function checkOperators({ opsets, graph }: OnnxModel): void {
  const domains = new Set<string>();
  const operators = new Set<string>();
  for (const { domain, op } of graph.nodes) {
    if (!isSupportedDomain(domain)) domains.add(domain);
    else if (!opsets.has(domain)) {
      const name = domain || "ai.onnx";
      throw new HealerError(
        onnxProblem.incomplete({ en: `the opset of ${name}`, zh: ` ${name} 的 opset 版本` }),
      );
    } else if (!isSupportedOperator(domain, op)) operators.add(op);
  }
  if (domains.size > 0) throw new HealerError(onnxProblem.unsupportedDomains([...domains]));
  if (operators.size > 0) throw new HealerError(onnxProblem.unsupportedOperators([...operators]));
}

function checkNames({ nodes, inputs, initializers, outputs }: OnnxGraph): void {
  const duplicates = new Set<string>();
  const unproduced = new Set<string>();
  const inputNames = new Set<string>();
  const produced = new Set<string>();
  for (const { name } of inputs) {
    if (inputNames.has(name)) duplicates.add(name);
    inputNames.add(name);
  }
  for (const { name } of initializers) {
    if (produced.has(name)) duplicates.add(name);
    produced.add(name);
  }
  // An initializer may bear the name of an input, whose default it then is.
  for (const name of inputNames) produced.add(name);
  for (const node of nodes) {
    // An empty name stands for an optional input or output that is left out.
    for (const name of node.inputs) {
      if (name !== "" && !produced.has(name)) unproduced.add(name);
    }
    for (const name of node.outputs) {
      if (name !== "" && produced.has(name)) duplicates.add(name);
      produced.add(name);
    }
  }
  const outputNames = new Set<string>();
  for (const { name } of outputs) {
    if (!produced.has(name)) unproduced.add(name);
    if (outputNames.has(name)) duplicates.add(name);
    outputNames.add(name);
  }
  if (duplicates.size > 0) throw new HealerError(onnxProblem.duplicateNames([...duplicates]));
  if (unproduced.size > 0) throw new HealerError(onnxProblem.unproducedValues([...unproduced]));
}
