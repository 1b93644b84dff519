// Results in a page: the same few elements for every search that is measured.
export function shown(results) {
  const list = document.querySelector("ol");
  list.replaceChildren(...results.map(([url, heading, text]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = heading;
    const words = document.createElement("p");
    words.textContent = text;
    item.append(link, words);
    return item;
  }));
  list.getBoundingClientRect();
}
