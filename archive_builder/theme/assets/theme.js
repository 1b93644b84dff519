// @ts-check
// Runs before the page is drawn: the reader's choice of light or dark, and that scripts run at all.
// A classic script on purpose: modules wait until the page is parsed, and the colours would flash.
{
  const root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage is blocked: the system's setting stands.
  }
}
