/**
 * Opens `url` in the browser of whoever sits at this machine, where there is a screen and something to open it
 * with; otherwise nothing happens.
 *
 * @returns whether something was started
 */
export function openBrowser(url: string): boolean {
  const command = openCommand();
  if (command === undefined) return false;
  const [program, ...args] = command;
  try {
    const child = new Deno.Command(program, {
      args: [...args, url],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    child.unref();
    return true;
  } catch {
    return false; // there is no such program here, or it may not be started: the link was printed
  }
}

function openCommand(): readonly [string, ...string[]] | undefined {
  switch (Deno.build.os) {
    case "darwin":
      return ["open"];
    case "windows":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    default: {
      const hasScreen = Deno.env.get("DISPLAY") || Deno.env.get("WAYLAND_DISPLAY");
      return hasScreen ? ["xdg-open"] : undefined;
    }
  }
}
