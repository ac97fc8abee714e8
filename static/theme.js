// Before anything is drawn it says that scripts run and sets the chosen theme; then it lets [data-theme-switch] choose the other one.
{
  const key = "healer-theme";
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is forbidden in this browser: the theme lasts as long as the page
    }
  };
  root.dataset.scripts = "";
  const theme = stored();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("[data-theme-switch]")) return;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    root.dataset.theme = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(key, root.dataset.theme);
    } catch {
      return;
    }
  });
}
