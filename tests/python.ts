const interpreter = "/usr/bin/python3";

/** Whether Debian's Python has `module`, such as `onnx` of the package python3-onnx. */
export function pythonHas(module: string): boolean {
  try {
    const run = new Deno.Command(interpreter, { args: ["-c", `import ${module}`] }).outputSync();
    return run.success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Runs a Python program and returns what it printed; throws with its stderr when it fails. */
export function runPython(program: string, ...args: string[]): string {
  const run = new Deno.Command(interpreter, { args: ["-c", program, ...args] }).outputSync();
  if (!run.success) throw new Error(new TextDecoder().decode(run.stderr));
  return new TextDecoder().decode(run.stdout);
}
