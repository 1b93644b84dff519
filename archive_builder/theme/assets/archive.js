// @ts-check
// What every page does once it is there: the menu on narrow screens, light and dark, tables that scroll.
// The boxes that search are in boxes.js.

const wide = matchMedia("(min-width: 62em)");

/** The button that shows and hides the main links on narrow screens. */
function startMenu() {
  const button = document.querySelector(".menu-button");
  const links = document.querySelector(".main-links");
  if (!(button instanceof HTMLElement) || !links) return;
  const show = (/** @type {boolean} */ open) => {
    button.setAttribute("aria-expanded", String(open));
    links.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && links.classList.contains("is-open")) {
      show(false);
      button.focus();
    }
  });
}

/** The switch between light and dark; until it is used, the system's setting holds. */
function startTheme() {
  const button = document.querySelector(".theme-button");
  if (!(button instanceof HTMLButtonElement)) return;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const say = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage is blocked: the choice holds for this page.
    }
    say();
  });
  system.addEventListener("change", say);
  say();
}

/** A table that fits is no tab stop; one that does not can be scrolled with the keyboard. */
function startTables() {
  const regions = [...document.querySelectorAll(".table-region")].filter((e) => e instanceof HTMLElement);
  const check = () => {
    for (const region of regions) {
      const scrolls = region.scrollWidth > region.clientWidth;
      if (scrolls) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", check);
  check();
}

/** The list of contents stands open where it has a column of its own. */
function startContents() {
  const contents = document.querySelector(".contents details");
  if (!(contents instanceof HTMLDetailsElement)) return;
  const set = () => {
    contents.open = wide.matches;
  };
  wide.addEventListener("change", set);
  set();
}

/** On a small screen the records of a meeting's items are folded away until one asks for them. */
function startFolds() {
  if (matchMedia("(min-width: 44.01em)").matches) return;
  for (const fold of document.querySelectorAll("details.in-place")) fold.removeAttribute("open");
}

/** Where the search page's script cannot be had, the page says how to browse, as it does without JavaScript. */
function startBrowsing() {
  const script = document.querySelector("script[src$='search/page.js']");
  script?.addEventListener("error", () => document.querySelector(".search-browse")?.classList.add("is-needed"));
}

/** The words that led to this page, if the address names them. */
function startMarks() {
  if (new URLSearchParams(location.search).has("marks")) {
    import("./search/marks.js").then((marks) => marks.startMarks());
  }
}

/** Each "Link and quote" opens the box of its record; the box's script is asked for at the first click. */
function startQuoting() {
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest("a.quote") : null;
    if (!(opener instanceof HTMLAnchorElement) || opensElsewhere(event)) return;
    event.preventDefault();
    const follow = () => location.assign(opener.href);
    import("./quote.js").then((quote) => quote.openQuote(opener), follow);
  });
}

/** Whether a click asks for a tab or window of its own. @param {MouseEvent} event */
const opensElsewhere = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** The bar that says where on the page one is. */
function startBar() {
  if (document.querySelector(".bar")) import("./bar.js").then((bar) => bar.startBar());
}

/** On paper: the day, and the page's address at the foot of each sheet. */
function startPrinting() {
  const [address, day] = ["address", "day"].map((part) => document.querySelector(`.printed-${part}`));
  if (!address || !day) return;
  const foot = new CSSStyleSheet();
  foot.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(address.textContent)}; font: 8pt system-ui, sans-serif; } }`);
  document.adoptedStyleSheets.push(foot);
  addEventListener("beforeprint", () => {
    const today = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
    day.textContent = `, printed on ${today}`;
  });
}

startMenu();
startPrinting();
startBar();
startQuoting();
startMarks();
startBrowsing();
startTheme();
startTables();
startContents();
startFolds();
